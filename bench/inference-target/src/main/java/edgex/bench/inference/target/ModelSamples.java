package edgex.bench.inference.target;

import edgex.bench.clock.ThreadClock;
import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.ExternalData;
import edgex.onnx.model.TensorReader;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.session.Session;
import edgex.tensor.Tensor;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model with the inputs of files: how long it takes to load and to run, and its memory. */
final class ModelSamples {
  private static final int LEAST_SAMPLES = 7;
  private static final int MOST_SAMPLES = 200;
  private static final int MOST_LOADS = 5;
  private static final long MOST_NANOS = 3_000_000_000L;
  private static final long MEMORY_LIMIT_BYTES = 1L << 30;

  private final String model;
  private final Map<String, Tensor> inputs = new HashMap<>();
  private final String[] inputFiles;

  ModelSamples(String[] arguments) {
    model = arguments[1];
    inputFiles = new String[arguments.length - 2];
    System.arraycopy(arguments, 2, inputFiles, 0, inputFiles.length);
  }

  void run() throws IOException, ModelFormatException, InferenceException {
    long idleBytes = ProcessMemory.residentBytes();
    long started = ThreadClock.nanos();
    Session session = load();
    System.out.println("load.nanos " + (ThreadClock.nanos() - started));
    readInputs(session);
    session.run(inputs);
    System.out.println("memory.bytes " + (ProcessMemory.peakBytes() - idleBytes));
    long first = ThreadClock.nanos();
    for (int sample = 0; sample < MOST_SAMPLES; sample++) {
      started = ThreadClock.nanos();
      session.run(inputs);
      System.out.println("run.nanos " + (ThreadClock.nanos() - started));
      if (sample >= LEAST_SAMPLES && ThreadClock.nanos() - first > MOST_NANOS) {
        break;
      }
    }
    for (int sample = 1; sample < MOST_LOADS; sample++) {
      started = ThreadClock.nanos();
      load();
      System.out.println("load.nanos " + (ThreadClock.nanos() - started));
    }
  }

  void print() throws IOException, ModelFormatException, InferenceException {
    Session session = load();
    readInputs(session);
    session.run(inputs);
    for (Map.Entry<String, Tensor> output : session.run(inputs).entrySet()) {
      System.out.println(output.getKey() + " " + output.getValue());
      for (int index = 0; index < output.getValue().elementCount(); index++) {
        System.out.println(output.getValue().getDouble(index));
      }
    }
  }

  private Session load() throws IOException, ModelFormatException {
    try (ModelFile file = new ModelFile(model)) {
      return Session.load(file, ExternalData.NONE, MEMORY_LIMIT_BYTES);
    }
  }

  private void readInputs(Session session) throws IOException, ModelFormatException {
    List<ValueInfo> declared = session.inputs();
    for (int index = 0; index < declared.size() && index < inputFiles.length; index++) {
      inputs.put(declared.get(index).name(), TensorReader.read(read(inputFiles[index])).tensor());
    }
  }

  private static byte[] read(String name) throws IOException {
    byte[] content = new byte[(int) new File(name).length()];
    try (FileInputStream file = new FileInputStream(name)) {
      int count = 0;
      while (count < content.length) {
        int more = file.read(content, count, content.length - count);
        if (more < 0) {
          throw new IOException("the file became shorter");
        }
        count += more;
      }
    }
    return content;
  }
}
