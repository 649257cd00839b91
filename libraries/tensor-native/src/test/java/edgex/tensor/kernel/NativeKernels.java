package edgex.tensor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The native kernels, in a process of their own that {@code kernel-driver.c} describes. */
final class NativeKernels implements AutoCloseable {
  private static final List<String> SOURCES =
      List.of(
          "src/main/native/tensor-baseline.c",
          "src/main/native/x86_64/tensor-avx2.c",
          "src/main/native/x86_64/tensor-avx512.c",
          "src/test/native/kernel-driver.c");

  private final Process process;
  private final DataInputStream answers;

  private NativeKernels(Process process) {
    this.process = process;
    this.answers = new DataInputStream(process.getInputStream());
  }

  /** Compiles the kernels with the flags that programs get, and starts them. */
  static NativeKernels start(Path folder) throws IOException, InterruptedException {
    Path program = folder.resolve("kernels");
    List<String> command = new ArrayList<>(List.of("gcc", "-O3", "-ffp-contract=fast"));
    command.addAll(List.of("-fno-math-errno", "-fno-trapping-math", "-fno-strict-aliasing"));
    command.addAll(List.of("-Wall", "-Wextra", "-Werror", "-Isrc/main/native"));
    command.addAll(SOURCES);
    command.addAll(List.of("-o", program.toString()));
    Process compiler = new ProcessBuilder(command).inheritIO().start();
    assertEquals(0, compiler.waitFor(), "gcc");
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    return new NativeKernels(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /**
   * Calls a kernel.
   *
   * @param arrays arrays of int, float or byte, the last of whole words; changed as by the kernel
   */
  void call(int instructionSet, int kernel, int[] integers, Object... arrays) {
    ByteBuffer request = ByteBuffer.allocate(4 * words(integers, arrays));
    request.order(ByteOrder.LITTLE_ENDIAN).putInt(instructionSet).putInt(kernel);
    request.putInt(integers.length);
    for (int integer : integers) {
      request.putInt(integer);
    }
    request.putInt(arrays.length);
    for (Object array : arrays) {
      request.putInt(words(array));
      put(request, array);
    }
    try {
      process.getOutputStream().write(request.array());
      process.getOutputStream().flush();
      for (Object array : arrays) {
        ByteBuffer answer = ByteBuffer.allocate(4 * words(array));
        answers.readFully(answer.array());
        get(answer.order(ByteOrder.LITTLE_ENDIAN), array);
      }
    } catch (IOException death) {
      throw new UncheckedIOException("kernel " + kernel + " of set " + instructionSet, death);
    }
  }

  private static int words(int[] integers, Object... arrays) {
    int words = 4 + integers.length;
    for (Object array : arrays) {
      words += 1 + words(array);
    }
    return words;
  }

  private static int words(Object array) {
    if (array instanceof byte[] bytes) {
      return bytes.length / 4;
    }
    return array instanceof float[] floats ? floats.length : ((int[]) array).length;
  }

  private static void put(ByteBuffer buffer, Object array) {
    if (array instanceof byte[] bytes) {
      buffer.put(bytes);
    } else if (array instanceof float[] floats) {
      buffer.asFloatBuffer().put(floats);
      buffer.position(buffer.position() + 4 * floats.length);
    } else {
      buffer.asIntBuffer().put((int[]) array);
      buffer.position(buffer.position() + 4 * ((int[]) array).length);
    }
  }

  private static void get(ByteBuffer buffer, Object array) {
    if (array instanceof byte[] bytes) {
      buffer.get(bytes);
    } else if (array instanceof float[] floats) {
      buffer.asFloatBuffer().get(floats);
    } else {
      buffer.asIntBuffer().get((int[]) array);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
