package edgex.onnx.session;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Graph;
import edgex.onnx.operator.Body;
import edgex.tensor.ElementType;

/** A {@link Body} with its program, once it is compiled. */
final class SubGraph implements Body {
  private final int inputCount;
  private final int outputCount;
  private Graph graph;
  private Compiler outer;
  private Program program;

  /** Slots of the graph around, and the slots of the program that take their values. */
  private int[] outerSlots;

  private int[] innerSlots;

  SubGraph(Graph graph, Compiler outer) {
    this.graph = graph;
    this.outer = outer;
    this.inputCount = graph.inputs().size();
    this.outputCount = graph.outputs().size();
  }

  @Override
  public int inputCount() {
    return inputCount;
  }

  @Override
  public int outputCount() {
    return outputCount;
  }

  @Override
  public ElementType[] compile(ElementType... inputs) throws ModelFormatException {
    Compiler compiler = new Compiler(outer, graph);
    program = compiler.compileBody(inputs);
    outerSlots = compiler.capturedOuterSlots();
    innerSlots = compiler.capturedInnerSlots();
    return compiler.outputTypes(program);
  }

  /** Lets go of what the graph was made from, its weights among that; it is compiled. */
  void forgetGraph() {
    graph = null;
    outer = null;
  }

  Program program() {
    return program;
  }

  int[] outerSlots() {
    return outerSlots;
  }

  int[] innerSlots() {
    return innerSlots;
  }
}
