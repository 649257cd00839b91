package edgex.toolchain.aot;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The C files that come with the compiler. */
final class NativeSources {
  private static final List<String> KERNEL =
      List.of(
          "prefix.h",
          "runtime.c",
          "memory.c",
          "bits.c",
          "include/math.h",
          "include/setjmp.h",
          "include/stdio.h",
          "include/stdlib.h",
          "include/string.h",
          "include/time.h",
          "include/uchar.h",
          "include/wchar.h");
  private static final List<String> HOSTED =
      List.of("prefix.h", "fiber.c", "heaptrace.c", "log.c", "time.c");

  private static final String ARRAYS = "arrays.h";

  private NativeSources() {}

  /** The files of a target, by their path below the folder of generated C. */
  static SortedMap<String, byte[]> of(TargetKind kind) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("native/" + ARRAYS, read(ARRAYS));
    for (String file : kind.isFreestanding() ? KERNEL : HOSTED) {
      files.put("native/" + file, read(kind.runtimeFolder() + "/" + file));
    }
    return files;
  }

  /** Reads one resource below {@code native/}. */
  static byte[] read(String name) throws IOException {
    try (InputStream stream = NativeSources.class.getResourceAsStream("native/" + name)) {
      if (stream == null) {
        throw new IOException("the compiler lacks its own file native/" + name);
      }
      return stream.readAllBytes();
    }
  }
}
