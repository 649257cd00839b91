package edgex.onnx.model;

import edgex.onnx.ModelFormatException;
import edgex.onnx.wire.WireReader;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a graph (GraphProto) with its declared values. */
final class GraphReader {
  private GraphReader() {}

  static Graph read(WireReader reader, ExternalData external) throws ModelFormatException {
    String name = "";
    List<Node> nodes = new ArrayList<>();
    Map<String, Tensor> initializers = new HashMap<>();
    Map<String, String> unsupported = new HashMap<>();
    List<ValueInfo> inputs = new ArrayList<>();
    List<ValueInfo> outputs = new ArrayList<>();
    while (reader.next()) {
      switch (reader.field()) {
        case 1 ->
            nodes.add(NodeReader.read(reader.message("node[" + nodes.size() + "]"), external));
        case 2 -> name = reader.text();
        case 5 -> addInitializer(reader, external, initializers, unsupported);
        case 11 -> inputs.add(readValue(reader.message("input[" + inputs.size() + "]")));
        case 12 -> outputs.add(readValue(reader.message("output[" + outputs.size() + "]")));
        case 15 -> throw reader.failure("sparse initializers are not supported");
        default -> reader.skip();
      }
    }
    return new Graph(name, nodes, initializers, unsupported, inputs, outputs);
  }

  private static void addInitializer(
      WireReader reader,
      ExternalData external,
      Map<String, Tensor> initializers,
      Map<String, String> unsupported)
      throws ModelFormatException {
    WireReader message = reader.message("initializer[" + initializers.size() + "]");
    TensorReader.NamedTensor tensor = TensorReader.read(message, external);
    if (tensor.name().isEmpty()) {
      throw message.failure("an initializer has no name");
    }
    if (tensor.unsupported() != null) {
      unsupported.put(tensor.name(), tensor.unsupported());
    } else if (initializers.put(tensor.name(), tensor.tensor()) != null) {
      throw message.failure("two initializers are called '" + tensor.name() + "'");
    }
  }

  private static ValueInfo readValue(WireReader reader) throws ModelFormatException {
    String name = "";
    ValueInfo typed = new ValueInfo("", null, null, null);
    while (reader.next()) {
      switch (reader.field()) {
        case 1 -> name = reader.text();
        case 2 -> typed = readType(reader.message("type"));
        default -> reader.skip();
      }
    }
    if (name.isEmpty()) {
      throw reader.failure("a value has no name");
    }
    return new ValueInfo(name, typed.type(), typed.dimensions(), typed.unsupported());
  }

  /** TypeProto: one of several kinds, of which tensors are supported; the name stays empty. */
  private static ValueInfo readType(WireReader reader) throws ModelFormatException {
    ValueInfo tensor = new ValueInfo("", null, null, null);
    while (reader.next()) {
      switch (reader.field()) {
        case 1 -> tensor = readTensorType(reader.message("tensor_type"));
        case 4 -> tensor = unsupported(reader, "a sequence");
        case 5 -> tensor = unsupported(reader, "a map");
        case 8 -> tensor = unsupported(reader, "a sparse tensor");
        case 9 -> tensor = unsupported(reader, "an optional value");
        default -> reader.skip();
      }
    }
    return tensor;
  }

  private static ValueInfo unsupported(WireReader reader, String kind) throws ModelFormatException {
    reader.skip();
    return new ValueInfo("", null, null, kind);
  }

  private static ValueInfo readTensorType(WireReader reader) throws ModelFormatException {
    ElementType type = null;
    String unsupported = null;
    List<Dimension> dimensions = null;
    while (reader.next()) {
      switch (reader.field()) {
        case 1 -> {
          long number = reader.integer();
          unsupported = ElementTypes.unsupported(number);
          type = unsupported == null ? ElementTypes.of(number) : null;
        }
        case 2 -> dimensions = readShape(reader.message("shape"));
        default -> reader.skip();
      }
    }
    return new ValueInfo("", type, dimensions, unsupported);
  }

  private static List<Dimension> readShape(WireReader reader) throws ModelFormatException {
    List<Dimension> dimensions = new ArrayList<>();
    while (reader.next()) {
      if (reader.field() == 1) {
        dimensions.add(readDimension(reader.message("dim[" + dimensions.size() + "]")));
      } else {
        reader.skip();
      }
      if (dimensions.size() > Shape.MAXIMUM_RANK) {
        throw reader.failure("a shape has more than " + Shape.MAXIMUM_RANK + " axes");
      }
    }
    return dimensions;
  }

  private static Dimension readDimension(WireReader reader) throws ModelFormatException {
    int size = -1;
    String symbol = "";
    while (reader.next()) {
      switch (reader.field()) {
        case 1 -> {
          long value = reader.integer();
          if (value > Shape.MAXIMUM_ELEMENTS) {
            throw reader.failure("dimension " + value + " is too large");
          }
          // Exporters write 0 or a negative number, too, where they mean "unknown".
          size = value > 0 ? (int) value : -1;
        }
        case 2 -> symbol = reader.text();
        default -> reader.skip();
      }
    }
    return new Dimension(size, symbol);
  }
}
