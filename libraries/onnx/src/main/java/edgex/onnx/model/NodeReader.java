package edgex.onnx.model;

import edgex.onnx.ModelFormatException;
import edgex.onnx.wire.WireReader;
import edgex.tensor.FloatTensor;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a node (NodeProto) with its attributes (AttributeProto). */
final class NodeReader {
  private NodeReader() {}

  static Node read(WireReader reader, ExternalData external) throws ModelFormatException {
    String name = "";
    String domain = "";
    String operator = "";
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Map<String, Attribute> attributes = new HashMap<>();
    while (reader.next()) {
      switch (reader.field()) {
        case 1 -> inputs.add(reader.text());
        case 2 -> outputs.add(reader.text());
        case 3 -> name = reader.text();
        case 4 -> operator = reader.text();
        case 5 -> new AttributeReader(reader.message("attribute"), external).readInto(attributes);
        case 7 -> domain = reader.text();
        default -> reader.skip();
      }
    }
    if (operator.isEmpty()) {
      throw reader.failure("a node names no operator");
    }
    String ownDomain = domain.equals("ai.onnx") ? "" : domain;
    return new Node(name, ownDomain, operator, inputs, outputs, attributes);
  }

  /** Collects the fields of one attribute, then picks the one that its type names. */
  private static final class AttributeReader {
    private final WireReader reader;
    private final ExternalData external;
    private String name = "";
    private long type;
    private float real;
    private long whole;
    private String text = "";
    private TensorReader.NamedTensor tensor;
    private Graph graph;
    private final PackedNumbers reals = new PackedNumbers(PackedNumbers.Encoding.FIXED32);
    private final PackedNumbers wholes = new PackedNumbers(PackedNumbers.Encoding.VARINT);
    private final List<String> texts = new ArrayList<>();

    AttributeReader(WireReader reader, ExternalData external) {
      this.reader = reader;
      this.external = external;
    }

    void readInto(Map<String, Attribute> attributes) throws ModelFormatException {
      while (reader.next()) {
        readField();
      }
      if (attributes.put(name, build()) != null) {
        throw reader.failure("attribute '" + name + "' is given twice");
      }
    }

    private void readField() throws ModelFormatException {
      switch (reader.field()) {
        case 1 -> name = reader.text();
        case 2 -> real = reader.float32();
        case 3 -> whole = reader.integer();
        case 4 -> text = reader.text();
        case 5 -> tensor = TensorReader.read(reader.message("tensor"), external);
        case 6 -> graph = GraphReader.read(reader.message("graph"), external);
        case 7 -> reals.add(reader);
        case 8 -> wholes.add(reader);
        case 9 -> texts.add(reader.text());
        case 20 -> type = reader.integer();
        default -> reader.skip();
      }
    }

    /** Numbers are those of AttributeProto.AttributeType. */
    private Attribute build() throws ModelFormatException {
      if ((type == 4 && tensor == null) || (type == 5 && graph == null)) {
        throw reader.failure("attribute '" + name + "' has no value");
      }
      if (type < 1 || type > 8) {
        return new Attribute.Unsupported("an attribute of type " + type);
      }
      return switch ((int) type) {
        case 1 -> new Attribute.Real(real);
        case 2 -> new Attribute.Whole(whole);
        case 3 -> new Attribute.Text(text);
        case 4 ->
            tensor.unsupported() == null
                ? new Attribute.Constant(tensor.tensor())
                : new Attribute.Unsupported(tensor.unsupported());
        case 5 -> new Attribute.SubGraph(graph);
        case 6 -> new Attribute.Reals(realValues());
        case 7 -> new Attribute.Wholes(LongTensor.of(Shape.of(wholes.count()), wholes.toArray()));
        default -> new Attribute.Texts(texts);
      };
    }

    private FloatTensor realValues() {
      float[] values = new float[reals.count()];
      for (int index = 0; index < values.length; index++) {
        values[index] = Float.intBitsToFloat((int) reals.get(index));
      }
      return FloatTensor.of(Shape.of(values.length), values);
    }
  }
}
