package edgex.onnx.session;

import edgex.onnx.model.Node;
import edgex.onnx.operator.Operator;

/** One node of a {@link Program}. Values are numbered slots; -1 stands for one left out. */
final class Step {
  static final int LEFT_OUT = -1;

  final Node node;
  final Operator operator;
  final int[] inputs;
  final int[] outputs;

  /** Slots that the node's sub-graphs read, beside its inputs. */
  final int[] captured;

  /** Slots that no later step reads: their memory is free after this one. */
  int[] lastUses;

  Step(Node node, Operator operator, int[] inputs, int[] outputs, int[] captured) {
    this.node = node;
    this.operator = operator;
    this.inputs = inputs;
    this.outputs = outputs;
    this.captured = captured;
    this.lastUses = new int[0];
  }
}
