package edgex.onnx;

import edgex.onnx.model.TensorReader;
import edgex.onnx.session.Session;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs one test case in the ONNX layout: model.onnx, test_data_set_K/{input,output}_I.pb. */
final class CaseRunner {
  /** What became of a case. */
  enum Verdict {
    PASSED,
    FAILED,
    UNSUPPORTED
  }

  record Outcome(Verdict verdict, String detail) {}

  private static final long MEMORY_LIMIT_BYTES = 512L << 20;

  private static final Pattern UNSUPPORTED =
      Pattern.compile("^operator \\S+ \\(opset \\d+\\) is not supported");

  private CaseRunner() {}

  static Outcome run(Map<String, byte[]> files) {
    return run(files, MEMORY_LIMIT_BYTES);
  }

  static Outcome run(Map<String, byte[]> files, long memoryLimitBytes) {
    Session session;
    try {
      session = Session.load(files.get("model.onnx"), memoryLimitBytes);
    } catch (ModelFormatException exception) {
      return refusal(exception);
    }
    try {
      int set = 0;
      String folder = "test_data_set_" + set + "/";
      while (files.containsKey(folder + "output_0.pb")) {
        String problem = compare(session, files, folder);
        if (problem != null) {
          return new Outcome(Verdict.FAILED, problem);
        }
        set++;
        folder = "test_data_set_" + set + "/";
      }
      return set == 0
          ? new Outcome(Verdict.FAILED, "no data set")
          : new Outcome(Verdict.PASSED, set + " sets");
    } catch (ModelFormatException | InferenceException exception) {
      return new Outcome(Verdict.FAILED, exception.getMessage());
    }
  }

  /** A model may be refused only by naming the operator at fault. */
  private static Outcome refusal(ModelFormatException exception) {
    String message = exception.getMessage();
    boolean unsupported = UNSUPPORTED.matcher(message).find();
    return new Outcome(unsupported ? Verdict.UNSUPPORTED : Verdict.FAILED, message);
  }

  /** The inputs of one data set by name. */
  static Map<String, Tensor> inputs(Session session, Map<String, byte[]> files, String folder)
      throws ModelFormatException {
    Map<String, Tensor> inputs = new HashMap<>();
    for (int index = 0; index < session.inputs().size(); index++) {
      byte[] file = files.get(folder + "input_" + index + ".pb");
      if (file != null) {
        inputs.put(session.inputs().get(index).name(), TensorReader.read(file).tensor());
      }
    }
    return inputs;
  }

  /** Runs one data set; the first difference, or null if there is none. */
  static String compare(Session session, Map<String, byte[]> files, String folder)
      throws ModelFormatException, InferenceException {
    Map<String, Tensor> inputs = inputs(session, files, folder);
    Map<String, Tensor> outputs = session.run(inputs);
    int index = 0;
    for (Tensor actual : outputs.values()) {
      byte[] file = files.get(folder + "output_" + index + ".pb");
      if (file == null) {
        return "there is no " + folder + "output_" + index;
      }
      String problem = difference(TensorReader.read(file).tensor(), actual);
      if (problem != null) {
        return folder + "output_" + index + ": " + problem;
      }
      index++;
    }
    return null;
  }

  /** ONNX's own tolerances: rtol 1e-3 and atol 1e-5, 1e-2 for 16-bit numbers. */
  static String difference(Tensor expected, Tensor actual) {
    boolean half = expected.type() == ElementType.FLOAT16;
    return difference(expected, actual, half ? 1e-2 : 1e-3, half ? 1e-2 : 1e-5);
  }

  static String difference(Tensor expected, Tensor actual, double relative, double absolute) {
    if (expected.type() != actual.type() || !expected.shape().equals(actual.shape())) {
      return "expected " + expected + " but got " + actual;
    }
    for (int index = 0; index < expected.elementCount(); index++) {
      double wanted = expected.getDouble(index);
      double got = actual.getDouble(index);
      double tolerance = absolute + relative * Math.abs(wanted);
      boolean equal =
          Double.compare(wanted, got) == 0 || wanted == got || Math.abs(wanted - got) <= tolerance;
      if (!equal) {
        return "element " + index + " is " + got + " instead of " + wanted;
      }
    }
    return null;
  }
}
