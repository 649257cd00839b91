package edgex.toolchain.aot;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassVisitor;
import org.teavm.classlib.PlatformDetector;
import org.teavm.interop.Unmanaged;
import org.teavm.vm.TeaVM;

/** Which tools there are: whatever changes an output without a change of the program's sources. */
final class Toolchain {
  /** The programs that gcc starts for us; their versions are not part of gcc's own. */
  private static final List<String> BINUTILS = List.of("as", "ld");

  /** A class from each library that takes part in the translation to C. */
  private static final List<Class<?>> LIBRARIES =
      List.of(TeaVM.class, PlatformDetector.class, Unmanaged.class, ClassVisitor.class);

  private Toolchain() {}

  /**
   * The print of this compiler with the flags and C files in it, of TeaVM, of gcc and what it
   * starts, and of the C library.
   *
   * @param folder where the tools are run
   */
  static String print(Tool gcc, Path folder, Optional<MuslLibrary> musl)
      throws AotException, IOException {
    Fingerprint print = new Fingerprint().add(compiler(gcc, folder));
    print.addPath(codeOf(Toolchain.class));
    for (Class<?> library : LIBRARIES) {
      // A published library never changes under the version in its name.
      print.add(codeOf(library).getFileName().toString());
    }
    if (musl.isPresent()) {
      print.add(musl.get().print());
    }
    return print.hex();
  }

  /** The versions of gcc, the assembler and the linker. */
  static String compiler(Tool gcc, Path folder) throws AotException, IOException {
    StringBuilder versions = new StringBuilder(gcc.query(folder, "--version"));
    for (String program : BINUTILS) {
      String path = gcc.query(folder, "-print-prog-name=" + program);
      versions.append('\n').append(new Tool(path, "binutils").query(folder, "--version"));
    }
    return versions.toString();
  }

  private static Path codeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException wrong) {
      throw new IllegalStateException("a class path entry is not a file", wrong);
    }
  }
}
