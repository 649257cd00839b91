package edgex.bench.inference;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.TensorReader;
import edgex.tensor.FloatTensor;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * ONNX Runtime on one thread, in a JVM of its own: the peer of the compiled program and prints the
 * same lines. Memory is what the process grows by, at its peak, over a loaded library.
 */
final class OnnxRuntimeSamples {
  private static final int LEAST_SAMPLES = 7;
  private static final int MOST_SAMPLES = 200;
  private static final int WARM_UP_RUNS = 20;
  private static final int MOST_LOADS = 5;
  private static final long MOST_NANOS = 3_000_000_000L;

  private OnnxRuntimeSamples() {}

  /** Measures the model of the first argument with the inputs of the others. */
  public static void main(String[] arguments)
      throws OrtException, IOException, ModelFormatException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
    long idleBytes = resident("VmRSS:");
    long started = threadNanos();
    OrtSession session = environment.createSession(arguments[0], options);
    System.out.println("load.nanos " + (threadNanos() - started));
    Map<String, OnnxTensor> inputs = inputs(environment, session, arguments);
    session.run(inputs).close();
    System.out.println("memory.bytes " + (resident("VmHWM:") - idleBytes));
    sample(session, inputs);
    for (int load = 1; load < MOST_LOADS; load++) {
      started = threadNanos();
      environment.createSession(arguments[0], options).close();
      System.out.println("load.nanos " + (threadNanos() - started));
    }
  }

  private static void sample(OrtSession session, Map<String, OnnxTensor> inputs)
      throws OrtException {
    for (int run = 0; run < WARM_UP_RUNS; run++) {
      session.run(inputs).close();
    }
    long first = threadNanos();
    for (int sample = 0; sample < MOST_SAMPLES; sample++) {
      long started = threadNanos();
      session.run(inputs).close();
      System.out.println("run.nanos " + (threadNanos() - started));
      if (sample >= LEAST_SAMPLES && threadNanos() - first > MOST_NANOS) {
        break;
      }
    }
  }

  private static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long resident(String field) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith(field)) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
      }
    }
    throw new IOException("/proc/self/status has no " + field);
  }

  private static Map<String, OnnxTensor> inputs(
      OrtEnvironment environment, OrtSession session, String[] arguments)
      throws OrtException, IOException, ModelFormatException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    int index = 1;
    for (String name : session.getInputNames()) {
      if (index < arguments.length) {
        byte[] file = Files.readAllBytes(Path.of(arguments[index++]));
        inputs.put(name, toPeer(environment, TensorReader.read(file).tensor()));
      }
    }
    return inputs;
  }

  private static OnnxTensor toPeer(OrtEnvironment environment, Tensor tensor) throws OrtException {
    long[] shape = longs(tensor.shape());
    int bytes = Math.max(1, (int) tensor.sizeBytes());
    ByteBuffer buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    if (tensor instanceof FloatTensor) {
      for (int index = 0; index < tensor.elementCount(); index++) {
        buffer.putFloat(index * Float.BYTES, (float) tensor.getDouble(index));
      }
      return OnnxTensor.createTensor(environment, buffer, shape, OnnxJavaType.FLOAT);
    }
    if (tensor instanceof LongTensor) {
      for (int index = 0; index < tensor.elementCount(); index++) {
        buffer.putLong(index * Long.BYTES, tensor.getLong(index));
      }
      return OnnxTensor.createTensor(environment, buffer, shape, OnnxJavaType.INT64);
    }
    throw new IllegalArgumentException("no model here takes inputs of " + tensor.type());
  }

  private static long[] longs(Shape shape) {
    long[] longs = new long[shape.rank()];
    for (int axis = 0; axis < longs.length; axis++) {
      longs[axis] = shape.dimension(axis);
    }
    return longs;
  }
}
