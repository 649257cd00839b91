package edgex.host.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A native twin is found by its name, and must look like what it replaces. */
final class NativeTwinTest {
  private static final String ORIGINAL =
      """
      package p;
      public final class Kernels {
        public static int add(int a, int b) { return a + (int) b; }
        static int hidden() { return 1; }
      }
      """;

  @TempDir Path folder;

  /** A jar with a class of that source. */
  private Path jar(String name, String type, String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path classes = Files.createDirectories(folder.resolve(name));
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///p/" + type + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreErrors) {
            return source;
          }
        };
    List<String> options = List.of("-d", classes.toString());
    assertTrue(compiler.getTask(null, null, null, options, null, List.of(file)).call());
    Path jar = folder.resolve(name + ".jar");
    try (ZipOutputStream output = new ZipOutputStream(Files.newOutputStream(jar))) {
      output.putNextEntry(new ZipEntry("p/" + type + ".class"));
      Files.copy(classes.resolve("p/" + type + ".class"), output);
    }
    return jar;
  }

  private Path original() throws IOException {
    return jar("original", "Kernels", ORIGINAL);
  }

  @Test
  void nativeMethodsReplaceThoseInJava() throws Exception {
    String twin =
        """
        package p;
        public final class Kernels {
          public static native int add(int a, int b);
          private static native int other(long address);
        }
        """;
    NativeTwin.requireSameInterface(original(), jar("twin", "Kernels", twin));
  }

  @Test
  void aMethodMoreOrLessIsNamed() throws IOException {
    Path original = original();
    Path other = jar("twin", "Kernels", ORIGINAL.replace("int b", "long b"));
    BuildException refusal =
        assertThrows(BuildException.class, () -> NativeTwin.requireSameInterface(original, other));
    assertTrue(refusal.getMessage().contains("p.Kernels"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("add(int,long)"), refusal.getMessage());
  }

  @Test
  void aClassThatReplacesNothingIsNamed() throws IOException {
    Path original = original();
    Path other = jar("twin", "Extra", "package p; public final class Extra {}");
    BuildException refusal =
        assertThrows(BuildException.class, () -> NativeTwin.requireSameInterface(original, other));
    assertTrue(refusal.getMessage().contains("p.Extra"), refusal.getMessage());
  }

  @Test
  void helpersOfTheTwinAreItsOwnAffair() throws Exception {
    NativeTwin.requireSameInterface(
        original(), jar("twin", "Helper", "package p; final class Helper {}"));
  }

  @Test
  void twinsAreFoundBesideTheirModule() throws IOException {
    Path module = Files.createDirectories(folder.resolve("libraries/tensor"));
    Path twin = Files.createDirectories(folder.resolve("libraries/tensor-native"));
    assertEquals(Optional.empty(), NativeTwin.of(module));
    Files.writeString(twin.resolve("pom.xml"), "<project/>");
    assertEquals(Optional.of(twin), NativeTwin.of(module));
    assertFalse(NativeTwin.isTwin(twin), "there is no module of which it could be the twin");
    Files.writeString(module.resolve("pom.xml"), "<project/>");
    assertTrue(NativeTwin.isTwin(twin));
    assertFalse(NativeTwin.isTwin(module));
  }
}
