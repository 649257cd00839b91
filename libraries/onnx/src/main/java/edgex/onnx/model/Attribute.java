package edgex.onnx.model;

import edgex.tensor.FloatTensor;
import edgex.tensor.LongTensor;
import edgex.tensor.Tensor;
import java.util.List;

/** A constant parameter of a node (AttributeProto). */
public sealed interface Attribute {
  /** A number of type FLOAT. */
  record Real(float value) implements Attribute {}

  /** A number of type INT. */
  record Whole(long value) implements Attribute {}

  /** A text of type STRING. */
  record Text(String value) implements Attribute {}

  /** A constant of type TENSOR. */
  record Constant(Tensor value) implements Attribute {}

  /** A sub-graph of type GRAPH. */
  record SubGraph(Graph value) implements Attribute {}

  /** Numbers of type FLOATS, along one axis. */
  record Reals(FloatTensor values) implements Attribute {}

  /** Numbers of type INTS, along one axis. */
  record Wholes(LongTensor values) implements Attribute {}

  /** An attribute that cannot be used, for the given reason, such as "element type string". */
  record Unsupported(String reason) implements Attribute {}

  /** Texts of type STRINGS. */
  record Texts(List<String> values) implements Attribute {}
}
