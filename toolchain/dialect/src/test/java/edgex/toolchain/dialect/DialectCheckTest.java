package edgex.toolchain.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds the violation that is planted for it, at its line, and nothing else. */
final class DialectCheckTest {
  /** Line of the class body's first line in {@link #kernelClass}. */
  private static final int BODY_LINE = 8;

  /** Whole declarations that break a rule. */
  private static final Map<Rule, String> DECLARATIONS =
      Map.of(
          Rule.ENUM, "enum Kernel { A }",
          Rule.RECORD, "record Kernel(int a) {}",
          Rule.GENERICS, "final class Kernel<T> {}",
          Rule.STATIC_INIT, "final class Kernel { int a; }",
          Rule.UNMANAGED, "final class Kernel { static void f() {} }");

  @TempDir Path folder;

  static Stream<Arguments> violations() {
    return Stream.of(
        planted(Rule.ALLOCATION, "static int[] f() {\n return new int[3]; }", 1),
        planted(Rule.ALLOCATION, "static Object f() {\n return new Object(); }", 1),
        planted(Rule.BOOT_CALL, BOOT + " static void g() {}\n static void f() {\n g(); }", 2),
        planted(Rule.EXCEPTION, "static void f(RuntimeError e) {\n throw e; }", 1),
        planted(Rule.INVOKE_DYNAMIC, "static void f() {\n Task t = () -> {}; }", 1),
        planted(Rule.INVOKE_DYNAMIC, "static String f(int n) {\n return \"n=\" + n; }", 1),
        planted(Rule.GENERICS, "static Box<Object> field;", -BODY_LINE),
        planted(Rule.MONITOR, "static void f(Object o) {\n synchronized (o) {} }", 1),
        planted(Rule.MONITOR, "static synchronized void f() {\n }", 1),
        planted(Rule.VOLATILE, "static volatile int field;", -BODY_LINE),
        planted(Rule.BOXING, "static Object f(int n) {\n return n; }", 1),
        planted(
            Rule.STRING_SWITCH,
            "static int f(String s) {\n switch (s) {\n case \"a\": return 1;\n default: return 0; } }",
            1),
        planted(Rule.LIBRARY, "static void f() {\n System.gc(); }", 1),
        planted(Rule.LIBRARY, "static String f(int n) {\n return Integer.toString(n); }", 1),
        planted(Rule.LIBRARY, "static int f(long n) {\n return Long.bitCount(n); }", 1),
        planted(Rule.LIBRARY, "static int f(int n) {\n return Integer.reverse(n); }", 1),
        planted(Rule.LIBRARY, "static int f(int n) {\n return Math.floorMod(n, 8); }", 1),
        planted(Rule.LIBRARY, "static int f(int n) {\n return Math.addExact(n, n); }", 1),
        planted(Rule.LIBRARY, "static Runnable field;", -BODY_LINE),
        planted(Rule.LIBRARY, "static Object f(int[] a) {\n return a.clone(); }", 1),
        planted(Rule.DIVISION, "static int f(int a, int b) {\n return a / b; }", 1),
        planted(Rule.DIVISION, "static long f(long a, long b) {\n return a % b; }", 1),
        planted(Rule.SHIFT, "static int f(int a, int b) {\n return a << b; }", 1),
        planted(Rule.SHIFT, "static int f(int a, int b) {\n return a << (b & 63); }", 1),
        planted(Rule.SHIFT, "static long f(long a, int b) {\n return a >>> b; }", 1),
        planted(Rule.FLOATING_POINT, "static int f(int a) {\n return (int) (a * 1.5f); }", 1),
        planted(Rule.FLOATING_POINT, "static double field;", -BODY_LINE),
        planted(Rule.DISPATCH, "static void f(Task t) {\n t.run(); }", 1),
        planted(Rule.DISPATCH, "static void f(Open o) {\n o.run(); }", 1),
        planted(Rule.CHECKCAST, "static Kernel f(Object o) {\n return (Kernel) o; }", 1),
        planted(Rule.CHECKCAST, "static boolean f(Object o) {\n return o instanceof Kernel; }", 1),
        planted(Rule.RECURSION, "static int f(int n) {\n return n == 0 ? 0 : f(n - 1); }", 1),
        planted(Rule.RECURSION, "static void g() {\n f(); }\n static void f() { g(); }", 1),
        planted(Rule.EXPORT, "@Export(name = \"trap\") static void f() {\n }", 1),
        planted(Rule.ANNOTATION, except("division", "why") + " static void f() {\n }", 1),
        planted(Rule.ANNOTATION, except("nonsense", "why") + " static void f() {\n }", 1),
        planted(Rule.ANNOTATION, "@BootOnly(reason = \"\") static void f() {\n }", 1),
        planted(
            Rule.ANNOTATION,
            except("division", " ") + " static int f(int a, int b) {\n return a / b; }",
            1));
  }

  private static final String BOOT = "@BootOnly(reason = \"fills the pool\")";

  private static Arguments planted(Rule rule, String body, int line) {
    return Arguments.of(rule, body, line);
  }

  private static String except(String rule, String reason) {
    return "@DialectException(rule = \"" + rule + "\", reason = \"" + reason + "\")";
  }

  @ParameterizedTest
  @MethodSource("violations")
  void eachRuleFindsItsViolation(Rule rule, String body, int line) throws IOException {
    List<Violation> found = check(kernelClass(body));
    List<Violation> ofRule = found.stream().filter(entry -> entry.rule() == rule).toList();
    assertFalse(ofRule.isEmpty(), () -> rule + " not in " + found);
    assertEquals("Kernel.java", ofRule.get(0).file());
    assertEquals(BODY_LINE + line, ofRule.get(0).line(), found::toString);
    assertTrue(ofRule.get(0).toString().contains(rule.hint()));
  }

  @Test
  void enumsRecordsAndUnmarkedClassesAreFound() throws IOException {
    for (Map.Entry<Rule, String> declaration : DECLARATIONS.entrySet()) {
      assertFound(declaration.getKey(), "package kernel; " + declaration.getValue());
    }
    assertFound(Rule.STATIC_INIT, kernelClass("static final class Nested { int a; }"));
  }

  @Test
  void kernelCodeAsItShouldBeIsAccepted() throws IOException {
    String body =
        """
        private static final int[] POOL = new int[8];
        private int field;
        @BootOnly(reason = "fills the pool") static Kernel create() { return new Kernel(); }
        @BootOnly(reason = "fills the pool") static void start() { create(); }
        static int f(int a, int b) { return a / 3 + a % 8 + (a << 4) + (a >> (b & 31)); }
        static long g(long a, int b) { return Math.max(a << (b & 63), a >>> 12); }
        static void log(String text) {}
        static void h(Kernel kernel) { log("literal"); kernel.field = Long.numberOfLeadingZeros(8); }
        @DialectException(rule = "division", reason = "the caller checked") static int d(int a, int b) {
          return a / b;
        }
        """;
    assertEquals(List.of(), check(kernelClass(body)));
  }

  @Test
  void anExportIsListedAndReachedFromMain() throws IOException {
    String export = "@Export(name = \"trap\") static void trap() {}\n";
    String main = "public static void main(String[] a) { keep(); } static void keep() { trap(); }";
    Set<String> listed = Set.of("kernel.Kernel.trap");
    assertEquals(List.of(), check(kernelClass(export + main), listed));
    assertExportViolation(check(kernelClass(export + main)), "not listed");
    assertExportViolation(check(kernelClass(export), listed), "main does not reach");
    String other = "public static void main(String[] a) { keep(); } static void keep() {}";
    assertExportViolation(check(kernelClass(export + other), listed), "main does not reach");
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                check(
                    kernelClass(main.replace("trap()", "keep2()") + "static void keep2() {}"),
                    listed));
    assertEquals("no method with @Export: kernel.Kernel.trap", failure.getMessage());
  }

  private static void assertExportViolation(List<Violation> found, String detail) {
    assertEquals(1, found.size(), found::toString);
    assertEquals(Rule.EXPORT, found.get(0).rule());
    assertTrue(found.get(0).toString().contains(detail), found::toString);
  }

  @Test
  void inferredTypesAreFoundInSources() throws IOException {
    Path source = folder.resolve("Kernel.java");
    String quiet =
        "/* var a = 1; */ // var b = 1;\nString var(int var) { return \"var c = 1;\"; }\n";
    Files.writeString(source, quiet);
    assertEquals(List.of(), SourceCheck.run(folder));
    Files.writeString(source, quiet + "  var list = f();\nfor (var element : list) {}\n");
    List<Violation> found = SourceCheck.run(folder);
    assertEquals(List.of(3, 4), found.stream().map(Violation::line).toList());
    assertEquals(List.of(Rule.VAR, Rule.VAR), found.stream().map(Violation::rule).toList());
    assertThrows(IOException.class, () -> SourceCheck.run(folder.resolve("none")));
  }

  /** A rule that no test breaks may have stopped working. */
  @Test
  void everyRuleIsBrokenByATest() {
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    violations().forEach(planted -> broken.add((Rule) planted.get()[0]));
    broken.addAll(DECLARATIONS.keySet());
    broken.add(Rule.VAR);
    assertEquals(EnumSet.allOf(Rule.class), broken);
  }

  private void assertFound(Rule rule, String source) throws IOException {
    List<Violation> found = check(source);
    assertTrue(found.stream().anyMatch(entry -> entry.rule() == rule), () -> rule + ": " + found);
  }

  private static String kernelClass(String body) {
    return """
        package kernel;
        import edgex.abi.declare.*;
        import org.teavm.interop.*;
        interface Task { void run(); }
        @StaticInit class Open { @Unmanaged void run() {} }
        final class RuntimeError extends RuntimeException {} class Box<T> {}
        @StaticInit @Unmanaged final class Kernel {
        %s
        }
        """
        .formatted(body);
  }

  private List<Violation> check(String source) throws IOException {
    return check(source, Set.of());
  }

  /** Compiles and checks, leaving out what the helper types of the source break. */
  private List<Violation> check(String source, Set<String> reachableExports) throws IOException {
    compile(source);
    return DialectCheck.run(List.of(folder), reachableExports).stream()
        .filter(found -> found.member().startsWith("kernel.Kernel"))
        .toList();
  }

  private void compile(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///kernel/Kernel.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of(
            "--release",
            "17",
            "-g",
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString());
    assertTrue(compiler.getTask(null, null, null, options, null, List.of(file)).call());
  }
}
