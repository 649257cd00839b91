package edgex.onnx.model;

import edgex.onnx.ModelFormatException;
import edgex.onnx.wire.WireWriter;
import edgex.tensor.Tensor;
import java.util.Map;

/**
 * Writes models as files (onnx.proto); the reverse of {@link ModelReader}. Names of fields are
 * those of the messages ModelProto, GraphProto, NodeProto and ValueInfoProto.
 */
public final class ModelWriter {
  private static final int TENSOR_TYPE = 1;

  private ModelWriter() {}

  /**
   * The content of a file with the model.
   *
   * @throws ModelFormatException if it has a part that was read as unsupported
   */
  public static byte[] write(Model model) throws ModelFormatException {
    WireWriter file = new WireWriter();
    file.integer(1, model.irVersion());
    file.text(2, model.producer());
    file.message(7, graph(model.graph()));
    for (Map.Entry<String, Long> opset : model.opsets().entrySet()) {
      WireWriter entry = new WireWriter();
      entry.text(1, opset.getKey());
      entry.integer(2, opset.getValue());
      file.message(8, entry);
    }
    return file.toByteArray();
  }

  private static WireWriter graph(Graph graph) throws ModelFormatException {
    WireWriter message = new WireWriter();
    if (!graph.unsupported().isEmpty()) {
      throw new ModelFormatException("constants " + graph.unsupported() + " cannot be written");
    }
    for (Node node : graph.nodes()) {
      message.message(1, node(node));
    }
    message.text(2, graph.name());
    for (Map.Entry<String, Tensor> constant : graph.initializers().entrySet()) {
      message.message(5, TensorWriter.message(constant.getKey(), constant.getValue()));
    }
    for (ValueInfo input : graph.inputs()) {
      message.message(11, value(input));
    }
    for (ValueInfo output : graph.outputs()) {
      message.message(12, value(output));
    }
    return message;
  }

  private static WireWriter node(Node node) throws ModelFormatException {
    WireWriter message = new WireWriter();
    for (String input : node.inputs()) {
      message.text(1, input);
    }
    for (String output : node.outputs()) {
      message.text(2, output);
    }
    message.text(3, node.name());
    message.text(4, node.operator());
    for (Map.Entry<String, Attribute> attribute : node.attributes().entrySet()) {
      message.message(5, attribute(attribute.getKey(), attribute.getValue()));
    }
    message.text(7, node.domain());
    return message;
  }

  /** AttributeProto: the value in a field of its own kind, and the kind in field 20. */
  private static WireWriter attribute(String name, Attribute attribute)
      throws ModelFormatException {
    WireWriter message = new WireWriter();
    message.text(1, name);
    int kind;
    if (attribute instanceof Attribute.Real real) {
      kind = 1;
      message.float32(2, real.value());
    } else if (attribute instanceof Attribute.Whole whole) {
      kind = 2;
      message.integer(3, whole.value());
    } else if (attribute instanceof Attribute.Text text) {
      kind = 3;
      message.text(4, text.value());
    } else if (attribute instanceof Attribute.Constant constant) {
      kind = 4;
      message.message(5, TensorWriter.message("", constant.value()));
    } else if (attribute instanceof Attribute.SubGraph graph) {
      kind = 5;
      message.message(6, graph(graph.value()));
    } else if (attribute instanceof Attribute.Reals reals) {
      kind = 6;
      for (int index = 0; index < reals.values().elementCount(); index++) {
        message.float32(7, (float) reals.values().getDouble(index));
      }
    } else if (attribute instanceof Attribute.Wholes wholes) {
      kind = 7;
      for (int index = 0; index < wholes.values().elementCount(); index++) {
        message.integer(8, wholes.values().getLong(index));
      }
    } else if (attribute instanceof Attribute.Texts texts) {
      kind = 8;
      for (String text : texts.values()) {
        message.text(9, text);
      }
    } else {
      throw new ModelFormatException("attribute '" + name + "' cannot be written");
    }
    message.integer(20, kind);
    return message;
  }

  private static WireWriter value(ValueInfo value) throws ModelFormatException {
    if (value.unsupported() != null) {
      throw new ModelFormatException(
          "value '" + value.name() + "' (" + value.unsupported() + ") cannot be written");
    }
    WireWriter message = new WireWriter();
    message.text(1, value.name());
    if (value.type() == null) {
      return message;
    }
    WireWriter tensor = new WireWriter();
    tensor.integer(1, ElementTypes.number(value.type()));
    if (value.dimensions() != null) {
      WireWriter shape = new WireWriter();
      for (Dimension dimension : value.dimensions()) {
        WireWriter extent = new WireWriter();
        if (dimension.isKnown()) {
          extent.integer(1, dimension.size());
        } else if (!dimension.symbol().isEmpty()) {
          extent.text(2, dimension.symbol());
        }
        shape.message(1, extent);
      }
      tensor.message(2, shape);
    }
    WireWriter type = new WireWriter();
    type.message(TENSOR_TYPE, tensor);
    message.message(2, type);
    return message;
  }
}
