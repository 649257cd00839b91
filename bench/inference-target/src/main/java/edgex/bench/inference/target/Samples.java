package edgex.bench.inference.target;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import java.io.IOException;

/**
 * Measures one thing and prints a line for each sample, {@code NAME VALUE}:
 *
 * <pre>
 *   gemm SIZE                  nanoseconds of a product of square matrices
 *   model FILE INPUT...        load.nanos, memory.bytes and run.nanos; the inputs are protobuf files
 *   output FILE INPUT...       the outputs' elements as text, for comparison
 * </pre>
 */
public final class Samples {
  private Samples() {}

  /** Runs the measurement that the arguments name. */
  public static void main(String[] arguments) {
    try {
      switch (arguments.length < 2 ? "" : arguments[0]) {
        case "gemm" -> GemmSamples.run(Integer.parseInt(arguments[1]));
        case "model" -> new ModelSamples(arguments).run();
        case "output" -> new ModelSamples(arguments).print();
        default -> {
          System.err.println("usage: gemm SIZE | model FILE INPUT... | output FILE INPUT...");
          System.exit(2);
        }
      }
    } catch (IOException | ModelFormatException | InferenceException | RuntimeException failure) {
      System.err.println(arguments[1] + ": " + failure);
      System.exit(1);
    }
  }
}
