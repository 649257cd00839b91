package edgex.toolchain.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong declaration is refused at its line with what is wrong. */
final class BadDeclarationTest {
  private static final String ERRORS =
      """
      package bad;
      public final class Errors {
        public static final int UNKNOWN_CALL = -1;
        public static final int POSITIVE = 16;
        private Errors() {}
      }
      """;
  private static final String RIGHTS =
      """
      package bad;
      public final class Rights {
        public static final int READ = 1;
        private Rights() {}
      }
      """;
  private static final int LINES_BEFORE_BODY = 7;

  private static final String CALL_2 = "@SystemCall(number = 2) int b();";
  private static final String THROWS = " throws ServiceException;";

  @TempDir Path folder;

  @Test
  void systemCallNumbersAreDenseAndUnique() {
    assertTableRefused(2, "leaves a gap", "@SystemCall(number = 0) int a();", CALL_2);
    assertTableRefused(1, "leaves a gap: the next free number is 0", CALL_2);
    assertTableRefused(
        2,
        "number 0 is already a",
        "@SystemCall(number = 0) int a();",
        "@SystemCall(number = 0) int b();");
    assertTableRefused(1, "needs @SystemCall", "int a();");
  }

  @Test
  void systemCallSignaturesFitRegisters() {
    assertTableRefused(1, "returns int or long", "@SystemCall(number = 0) void a();");
    assertTableRefused(
        1,
        "at most 6 parameters",
        "@SystemCall(number = 0) int a(int b, int c, int d, int e, int f, int g, int h);");
    assertTableRefused(1, "is an int or a long", "@SystemCall(number = 0) int a(byte[] b);");
    assertTableRefused(
        1, "throws nothing", "@SystemCall(number = 0) int a() throws java.io.IOException;");
    assertTableRefused(
        2,
        "two calls are named a",
        "@SystemCall(number = 0) int a();",
        "@SystemCall(number = 1) int a(int b);");
  }

  @Test
  void systemCallErrorsAndRightsHaveNames() {
    assertTableRefused(
        1,
        "error -5 is no negative constant",
        "@SystemCall(number=0) @Fails(error=-5, when=\"x\") int a();");
    assertTableRefused(
        1, "no negative constant", "@SystemCall(number=0) @Fails(error=16, when=\"x\") int a();");
    assertTableRefused(
        1, "has no reason", "@SystemCall(number=0) @Fails(error=-1, when=\" \") int a();");
    assertTableRefused(
        1,
        "bit without a name",
        "@SystemCall(number=0) int a(@Handle(type=\"x\", rights=4) int b);");
  }

  @Test
  void userBuffersAreAddressesWithALength() {
    assertTableRefused(
        1,
        "is a long",
        "@SystemCall(number=0) int a(@UserBuffer(direction=Direction.IN, maximumBytes=1) int b);");
    assertTableRefused(
        1,
        "must be positive",
        "@SystemCall(number=0) int a(@UserBuffer(direction=Direction.IN, maximumBytes=0) long b);");
    assertTableRefused(
        1,
        "names no other parameter: c",
        "@SystemCall(number=0) int a(@UserBuffer(direction=Direction.IN, maximumBytes=1, lengthParameter=\"c\") long b);");
  }

  @Test
  void handlersAreFoundOnceWithTheRightSignature() {
    String good = "@SystemCall(number = 0) int a(long b);";
    assertHandlersRefused("no handler class has system call a", good, "", "");
    String handler = "static int a(Other.Context caller, long b) { return 0; }";
    assertHandlersRefused("has two handlers", good, handler, handler);
    for (String wrong :
        new String[] {
          "int a(Other.Context caller, long b) { return 0; }",
          "static long a(Other.Context caller, long b) { return 0; }",
          "static int a(Other.Context caller, int b) { return 0; }",
          "static int a(long b, Other.Context caller) { return 0; }",
          "static int a(Other.Context caller) { return 0; }"
        }) {
      assertHandlersRefused("must be static int a(Context caller, long b)", good, wrong, "");
    }
  }

  @Test
  void operationsAreNumberedAndRaiseOneException() {
    assertServiceRefused(1, "numbered from 1", "@Operation(number = 0) int a()" + THROWS);
    assertServiceRefused(1, "needs @Operation", "int a()" + THROWS);
    assertServiceRefused(1, "and nothing else", "@Operation(number = 1) int a();");
    assertServiceRefused(
        2,
        "number 1 is already",
        "@Operation(number = 1) int a()" + THROWS,
        "@Operation(number = 1) int b()" + THROWS);
    assertServiceRefused(
        1, "no constant", "@Operation(number=1) @Raises(code=99, when=\"x\") int a()" + THROWS);
  }

  @Test
  void operationsUseWhatCanTravelAndFits() {
    assertServiceRefused(1, "cannot travel", "@Operation(number=1) void a(boolean b)" + THROWS);
    assertServiceRefused(1, "cannot travel", "@Operation(number=1) Object a()" + THROWS);
    assertServiceRefused(1, "needs @Text", "@Operation(number=1) void a(String b)" + THROWS);
    assertServiceRefused(1, "@In or @Out", "@Operation(number=1) void a(byte[] b)" + THROWS);
    assertServiceRefused(1, "needs @Bytes", "@Operation(number=1) byte[] a()" + THROWS);
    assertServiceRefused(
        1,
        "must be 1 to 1024",
        "@Operation(number=1) void a(@Text(maximumBytes=1025) String b)" + THROWS);
    assertServiceRefused(
        1,
        "1048 of 1024 bytes",
        "@Operation(number=1) void a(@Text(maximumBytes=24) String b, @In(maximumBytes=1024) byte[] c)"
            + THROWS);
    assertServiceRefused(
        1,
        "9 of 8 words",
        "@Operation(number=1) void a(int b,int c,int d,int e,int f,int g,int h,int i,int j)"
            + THROWS);
    assertServiceRefused(
        1,
        "5 of 4 capabilities",
        "@Operation(number=1) void a(@Capability int b,@Capability int c,@Capability int d,"
            + "@Capability int e,@Capability int f)"
            + THROWS);
    assertServiceRefused(
        1,
        "returns the int bytes filled",
        "@Operation(number=1) void a(@Out(maximumBytes=1) byte[] b)" + THROWS);
    assertServiceRefused(1, "is taken", "@Operation(number=1) void a(int frame)" + THROWS);
    assertServiceRefused(
        1, "is an int handle", "@Operation(number=1) void a(@Capability long b)" + THROWS);
  }

  @Test
  void layoutFieldsAreInsideAlignedAndApart() {
    String whole = "@Field(offset = 0, width = 8) long a();";
    assertLayoutRefused(2, "overlaps a", whole, "@Field(offset = 4, width = 4) int b();");
    assertLayoutRefused(1, "ends at byte 20", "@Field(offset = 12, width = 8) long a();");
    assertLayoutRefused(1, "ends at byte 20", "@Field(offset=8, width=4, count=3) int a();");
    assertLayoutRefused(1, "no multiples of 8", "@Field(offset = 4, width = 8) long a();");
    assertLayoutRefused(1, "no multiples of 4", "@Field(offset=0, width=4, stride=6) int a();");
    assertLayoutRefused(1, "an array has", "@Field(offset=0, width=4, count=0) int a();");
    assertLayoutRefused(1, "3 bytes are no int", "@Field(offset = 0, width = 3) int a();");
    assertLayoutRefused(1, "8 bytes are no int", "@Field(offset = 0, width = 8) int a();");
    assertLayoutRefused(1, "needs @Field or @Bits", "int a();");
    assertLayoutRefused(1, "names no number", "@Bits(of = \"b\", shift = 0, width = 1) int a();");
    assertLayoutRefused(
        2, "outside of a", whole, "@Bits(of = \"a\", shift = 60, width = 5) long b();");
    assertLayoutRefused(
        3,
        "overlaps the bits b",
        whole,
        "@Bits(of = \"a\", shift = 0, width = 4) long b();",
        "@Bits(of = \"a\", shift = 3, width = 4) long c();");
  }

  private void assertLayoutRefused(int bodyLine, String message, String... body) {
    String layout =
        """
        package bad;

        import edgex.abi.declare.*;

        @Layout(size = 16, memory = Object.class)

        interface BadLayout {
        %s
        }
        """
            .formatted(String.join("\n", body));
    assertRefused(LINES_BEFORE_BODY + bodyLine, message, layout);
  }

  private void assertTableRefused(int bodyLine, String message, String... body) {
    assertRefused(LINES_BEFORE_BODY + bodyLine, message, ERRORS, RIGHTS, table(body));
  }

  private static String table(String... body) {
    return """
        package bad;

        import edgex.abi.declare.*;

        @SystemCallInterface(
            version = 1, errors = Errors.class, rights = Rights.class, unknownCall = -1)
        interface Table {
        %s
        }
        """
        .formatted(String.join("\n", body));
  }

  private void assertServiceRefused(int bodyLine, String message, String... body) {
    String service =
        """
        package bad;

        import edgex.abi.declare.*;
        import edgex.abi.ipc.ServiceException;

        @Service(name = "bad", version = 1)
        interface Bad {
        %s
        }
        """
            .formatted(String.join("\n", body));
    assertRefused(LINES_BEFORE_BODY + bodyLine, message, service);
  }

  private void assertHandlersRefused(String message, String call, String one, String two) {
    String request =
        """
        package bad;

        import edgex.abi.declare.*;

        @GenerateSystemCallDispatcher(
            table = Table.class, handlers = {Kernel.class, Other.class}, context = Other.Context.class)
        final class Kernel {
        %s
        }
        """
            .formatted(one);
    String other =
        """
        package bad;
        final class Other {
          static final class Context {}
        %s
        }
        """
            .formatted(two);
    assertRefused(LINES_BEFORE_BODY, message, ERRORS, RIGHTS, table(call), other, request);
  }

  private void assertRefused(int line, String message, String... sources) {
    Compilation compilation = Compilation.of(folder, sources);
    assertTrue(
        compilation.errors().stream()
            .anyMatch(error -> error.startsWith(line + ": ") && error.contains(message)),
        () -> "line " + line + ": " + message + " not in " + compilation.errors());
    assertEquals(
        0,
        compilation.outputs().keySet().stream()
            .filter(name -> name.contains("Dispatcher") || name.contains("Client"))
            .count());
  }
}
