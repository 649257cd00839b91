package edgex.onnx.model;

import edgex.onnx.ModelFormatException;
import edgex.onnx.wire.WireFile;
import edgex.onnx.wire.WireLimits;
import edgex.onnx.wire.WireReader;
import java.util.HashMap;
import java.util.Map;

/** Reads a model file (ModelProto). Field numbers are those of onnx.proto. */
public final class ModelReader {
  private ModelReader() {}

  /**
   * Reads a model.
   *
   * @param file the whole file
   * @throws ModelFormatException if the bytes are not a model, or one that uses what is not
   *     supported
   */
  public static Model read(byte[] file) throws ModelFormatException {
    return read(file, WireLimits.standard(), ExternalData.NONE);
  }

  /** As {@link #read(byte[])}, within other limits and with the files that lie beside the model. */
  public static Model read(byte[] file, WireLimits limits, ExternalData external)
      throws ModelFormatException {
    return read(WireFile.of(file), limits, external);
  }

  /**
   * As {@link #read(byte[])}, from a file that is read piece by piece, also later: its large
   * tensors are {@linkplain edgex.tensor.Tensor#deferred deferred}.
   */
  public static Model read(WireFile file, WireLimits limits, ExternalData external)
      throws ModelFormatException {
    WireReader reader = new WireReader(file, "model", limits);
    if (file.length() == 0) {
      throw reader.failure("the file is empty");
    }
    long irVersion = 0;
    String producer = "";
    Map<String, Long> opsets = new HashMap<>();
    Graph graph = null;
    while (reader.next()) {
      switch (reader.field()) {
        case 1 -> irVersion = reader.integer();
        case 2 -> producer = reader.text();
        case 7 -> {
          if (graph != null) {
            throw reader.failure("there are two graphs");
          }
          graph = GraphReader.read(reader.message("graph"), external);
        }
        case 8 -> readOpset(reader.message("opset_import"), opsets);
        default -> reader.skip();
      }
    }
    if (graph == null) {
      throw reader.failure("there is no graph; this is not an ONNX model");
    }
    if (opsets.isEmpty()) {
      throw reader.failure("there is no operator set version; this is not an ONNX model");
    }
    return new Model(irVersion, producer, opsets, graph);
  }

  private static void readOpset(WireReader reader, Map<String, Long> opsets)
      throws ModelFormatException {
    String domain = "";
    long version = 0;
    while (reader.next()) {
      switch (reader.field()) {
        case 1 -> domain = reader.text();
        case 2 -> version = reader.integer();
        default -> reader.skip();
      }
    }
    opsets.put(domain.equals("ai.onnx") ? "" : domain, version);
  }
}
