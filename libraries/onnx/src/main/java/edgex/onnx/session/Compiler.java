package edgex.onnx.session;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Model;
import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Turns a graph into a {@link Program}: gives every value a slot, orders the nodes, makes their
 * operators, follows element types through the graph, and finds where each value is used last.
 *
 * <p>A sub-graph has a compiler of its own, which asks the one around it for values that it does
 * not have. Such a value is captured: it gets a slot in both programs.
 */
final class Compiler {
  private final Model model;
  private final Graph graph;
  private final MadeOperators operators;
  private final Compiler around;
  private final Map<String, Integer> slots = new HashMap<>();
  private final List<ElementType> types = new ArrayList<>();
  private final Map<Integer, Tensor> constants = new HashMap<>();
  private final Map<String, ValueInfo> declaredInputs = new LinkedHashMap<>();
  private final Map<String, Integer> inputSlots = new HashMap<>();
  private final List<ValueInfo> requiredInputs = new ArrayList<>();

  /** All sub-graphs, however deep. */
  private final List<SubGraph> allBodies;

  /** What becomes of a constant: it stays in the file, or comes to memory. */
  private UnaryOperator<Tensor> keeping;

  /** Whether the outputs must have types: those of a file's main graph. */
  private boolean outputsAreDeclared;

  /** Slot here by slot around, in the order of capture. */
  private final Map<Integer, Integer> captures = new LinkedHashMap<>();

  Compiler(Model model, MadeOperators operators) {
    this.model = model;
    this.graph = model.graph();
    this.operators = operators;
    this.around = null;
    this.allBodies = new ArrayList<>();
    this.keeping = Tensor::resident;
    this.outputsAreDeclared = true;
  }

  /** A compiler of a sub-graph of the graph that {@code around} compiles. */
  Compiler(Compiler around, Graph graph) {
    this.model = around.model;
    this.graph = graph;
    this.operators = around.operators;
    this.around = around;
    this.allBodies = around.allBodies;
    this.keeping = around.keeping;
  }

  /** Checks all that {@link #compile} checks; returns the nodes in an order they could run in. */
  List<Node> check() throws ModelFormatException {
    List<Node> nodes = new ArrayList<>();
    for (Step step : compileWith(constant -> constant).steps) {
      nodes.add(step.node);
    }
    return nodes;
  }

  /** Compiles a graph whose outputs may leave their types open, as nobody but code wrote it. */
  Program compileUndeclared() throws ModelFormatException {
    outputsAreDeclared = false;
    return compile();
  }

  Program compile() throws ModelFormatException {
    return compileWith(Tensor::resident);
  }

  private Program compileWith(UnaryOperator<Tensor> keeping) throws ModelFormatException {
    this.keeping = keeping;
    new SupportCheck(model, operators.table()).check(graph);
    addConstants();
    for (ValueInfo input : graph.inputs()) {
      addInput(input, input.type());
    }
    Program program = compileNodes();
    for (SubGraph body : allBodies) {
      body.forgetGraph();
    }
    return program;
  }

  /** Compiles a sub-graph for inputs of the given types, whatever it declares about them. */
  Program compileBody(ElementType... inputTypes) throws ModelFormatException {
    List<ValueInfo> inputs = graph.inputs();
    if (inputs.size() != inputTypes.length) {
      throw new ModelFormatException(
          "a sub-graph declares " + inputs.size() + " inputs instead of " + inputTypes.length);
    }
    addConstants();
    for (int index = 0; index < inputTypes.length; index++) {
      ValueInfo input = inputs.get(index);
      if (input.type() != null && input.type() != inputTypes[index]) {
        throw new ModelFormatException(
            "input '"
                + input.name()
                + "' of a sub-graph is declared "
                + input.type()
                + " but is "
                + inputTypes[index]);
      }
      addInput(input, inputTypes[index]);
    }
    if (requiredInputs.size() != inputTypes.length) {
      throw new ModelFormatException("a sub-graph has a constant for an input");
    }
    return compileNodes();
  }

  private Program compileNodes() throws ModelFormatException {
    Set<String> given = new HashSet<>(slots.keySet());
    List<Step> steps = new ArrayList<>();
    for (Node node : NodeOrder.of(graph.nodes(), given, this::isAround)) {
      steps.add(compile(node));
    }
    int[] outputSlots = findOutputs();
    LastUses.mark(steps, types.size(), outputSlots, constants.keySet());
    return new Program(
        steps,
        types.size(),
        constants,
        declaredInputs,
        inputSlots,
        requiredInputs,
        graph.outputs(),
        outputSlots);
  }

  int[] capturedOuterSlots() {
    return toArray(captures.keySet());
  }

  int[] capturedInnerSlots() {
    return toArray(captures.values());
  }

  /** The element types of the outputs of the program that was compiled here. */
  ElementType[] outputTypes(Program program) {
    ElementType[] outputTypes = new ElementType[program.outputSlots.length];
    for (int index = 0; index < outputTypes.length; index++) {
      outputTypes[index] = types.get(program.outputSlots[index]);
    }
    return outputTypes;
  }

  private int addSlot(String name, ElementType type) {
    int slot = types.size();
    slots.put(name, slot);
    types.add(type);
    return slot;
  }

  private void addConstants() {
    for (Map.Entry<String, Tensor> constant : graph.initializers().entrySet()) {
      int slot = addSlot(constant.getKey(), constant.getValue().type());
      constants.put(slot, keeping.apply(constant.getValue()));
    }
  }

  private void addInput(ValueInfo input, ElementType type) throws ModelFormatException {
    if (type == null) {
      throw new ModelFormatException("value '" + input.name() + "' is not declared a tensor");
    }
    if (declaredInputs.put(input.name(), input) != null) {
      throw new ModelFormatException("two inputs are called '" + input.name() + "'");
    }
    Tensor initial = graph.initializers().get(input.name());
    if (initial == null) {
      requiredInputs.add(input);
      inputSlots.put(input.name(), addSlot(input.name(), type));
    } else if (initial.type() == type) {
      inputSlots.put(input.name(), slots.get(input.name()));
    } else {
      throw new ModelFormatException(
          "input '" + input.name() + "' is " + type + ", its default " + initial.type());
    }
  }

  private boolean isAround(String name) {
    return around != null && (around.slots.containsKey(name) || around.isAround(name));
  }

  /** The slot of a value, captured from around if need be; null if there is no such value. */
  private Integer find(String name) {
    Integer slot = slots.get(name);
    if (slot != null || around == null) {
      return slot;
    }
    Integer outer = around.find(name);
    if (outer == null) {
      return null;
    }
    int inner = addSlot(name, around.types.get(outer));
    captures.put(outer, inner);
    return inner;
  }

  private Step compile(Node node) throws ModelFormatException {
    List<SubGraph> bodies = new ArrayList<>();
    Operator operator =
        operators.of(
            node,
            model.opsets(),
            body -> {
              SubGraph made = new SubGraph(body, this);
              bodies.add(made);
              allBodies.add(made);
              return made;
            });
    int[] inputs = new int[node.inputs().size()];
    ElementType[] inputTypes = new ElementType[inputs.length];
    for (int index = 0; index < inputs.length; index++) {
      String name = node.inputs().get(index);
      inputs[index] = name.isEmpty() ? Step.LEFT_OUT : find(name);
      inputTypes[index] = name.isEmpty() ? null : types.get(inputs[index]);
    }
    String text = NodeContext.operatorText(node, model.opsets().get(node.domain()));
    ElementType[] outputTypes = operator.outputTypes(new InputTypes(text, inputTypes));
    int[] outputs = new int[node.outputs().size()];
    for (int index = 0; index < outputs.length; index++) {
      String name = node.outputs().get(index);
      outputs[index] = name.isEmpty() ? Step.LEFT_OUT : addSlot(name, outputTypes[index]);
    }
    // The attributes hold weights that the operator has packed by now.
    Node light =
        new Node(
            node.name(), node.domain(), node.operator(), node.inputs(), node.outputs(), Map.of());
    return new Step(light, operator, inputs, outputs, captured(bodies));
  }

  private static int[] captured(List<SubGraph> bodies) {
    Set<Integer> captured = new HashSet<>();
    for (SubGraph body : bodies) {
      for (int slot : body.outerSlots()) {
        captured.add(slot);
      }
    }
    return toArray(captured);
  }

  private static int[] toArray(Collection<Integer> numbers) {
    int[] array = new int[numbers.size()];
    int count = 0;
    for (int number : numbers) {
      array[count++] = number;
    }
    return array;
  }

  private int[] findOutputs() throws ModelFormatException {
    int[] outputSlots = new int[graph.outputs().size()];
    if (outputSlots.length == 0) {
      throw new ModelFormatException("the graph has no output");
    }
    Set<String> names = new HashSet<>();
    for (int index = 0; index < outputSlots.length; index++) {
      ValueInfo output = graph.outputs().get(index);
      Integer slot = find(output.name());
      if (slot == null) {
        throw new ModelFormatException("no node makes the output '" + output.name() + "'");
      }
      if (!names.add(output.name()) && around == null) {
        throw new ModelFormatException("two outputs are called '" + output.name() + "'");
      }
      checkOutputType(output, types.get(slot));
      outputSlots[index] = slot;
    }
    return outputSlots;
  }

  private void checkOutputType(ValueInfo output, ElementType type) throws ModelFormatException {
    if (output.type() == null && outputsAreDeclared) {
      throw new ModelFormatException("value '" + output.name() + "' is not declared a tensor");
    }
    if (output.type() != null && output.type() != type) {
      throw new ModelFormatException(
          "output '" + output.name() + "' is declared " + output.type() + " but is " + type);
    }
  }
}
