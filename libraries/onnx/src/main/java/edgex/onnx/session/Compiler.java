package edgex.onnx.session;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Model;
import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a model into a {@link Program}: gives every value a slot, orders the nodes, makes their
 * operators, follows element types through the graph, and finds where each value is used last.
 */
final class Compiler {
  private final Model model;
  private final Graph graph;
  private final OperatorTable operators;
  private final Map<String, Integer> slots = new HashMap<>();
  private final List<ElementType> types = new ArrayList<>();
  private final Map<Integer, Tensor> constants = new HashMap<>();
  private final Map<String, ValueInfo> declaredInputs = new LinkedHashMap<>();
  private final Map<String, Integer> inputSlots = new HashMap<>();
  private final List<ValueInfo> requiredInputs = new ArrayList<>();

  Compiler(Model model, OperatorTable operators) {
    this.model = model;
    this.graph = model.graph();
    this.operators = operators;
  }

  Program compile() throws ModelFormatException {
    addConstants();
    addInputs();
    Set<String> given = new HashSet<>(slots.keySet());
    List<Step> steps = new ArrayList<>();
    for (Node node : NodeOrder.of(graph.nodes(), given)) {
      steps.add(compile(node));
    }
    int[] outputSlots = findOutputs();
    markLastUses(steps, outputSlots);
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

  private int addSlot(String name, ElementType type) {
    int slot = types.size();
    slots.put(name, slot);
    types.add(type);
    return slot;
  }

  private void addConstants() {
    for (Map.Entry<String, Tensor> constant : graph.initializers().entrySet()) {
      int slot = addSlot(constant.getKey(), constant.getValue().type());
      constants.put(slot, constant.getValue());
    }
  }

  private void addInputs() throws ModelFormatException {
    for (ValueInfo input : graph.inputs()) {
      requireType(input);
      if (declaredInputs.put(input.name(), input) != null) {
        throw new ModelFormatException("two inputs are called '" + input.name() + "'");
      }
      Tensor initial = graph.initializers().get(input.name());
      if (initial == null) {
        requiredInputs.add(input);
        inputSlots.put(input.name(), addSlot(input.name(), input.type()));
      } else if (initial.type() == input.type()) {
        inputSlots.put(input.name(), slots.get(input.name()));
      } else {
        throw new ModelFormatException(
            "input '" + input.name() + "' is " + input.type() + ", its default " + initial.type());
      }
    }
  }

  private static void requireType(ValueInfo value) throws ModelFormatException {
    if (value.type() == null) {
      throw new ModelFormatException("value '" + value.name() + "' is not declared a tensor");
    }
  }

  private Step compile(Node node) throws ModelFormatException {
    Operator operator = operators.create(node, model.opsets());
    int[] inputs = new int[node.inputs().size()];
    ElementType[] inputTypes = new ElementType[inputs.length];
    for (int index = 0; index < inputs.length; index++) {
      String name = node.inputs().get(index);
      inputs[index] = name.isEmpty() ? Step.LEFT_OUT : slots.get(name);
      inputTypes[index] = name.isEmpty() ? null : types.get(inputs[index]);
    }
    String text = new NodeContext(node, model.opsets().get(node.domain())).operatorText();
    ElementType[] outputTypes = operator.outputTypes(new InputTypes(text, inputTypes));
    int[] outputs = new int[node.outputs().size()];
    for (int index = 0; index < outputs.length; index++) {
      String name = node.outputs().get(index);
      outputs[index] = name.isEmpty() ? Step.LEFT_OUT : addSlot(name, outputTypes[index]);
    }
    return new Step(node, operator, inputs, outputs);
  }

  private int[] findOutputs() throws ModelFormatException {
    int[] outputSlots = new int[graph.outputs().size()];
    if (outputSlots.length == 0) {
      throw new ModelFormatException("the graph has no output");
    }
    Set<String> names = new HashSet<>();
    for (int index = 0; index < outputSlots.length; index++) {
      ValueInfo output = graph.outputs().get(index);
      requireType(output);
      Integer slot = slots.get(output.name());
      if (slot == null) {
        throw new ModelFormatException("no node makes the output '" + output.name() + "'");
      }
      if (!names.add(output.name())) {
        throw new ModelFormatException("two outputs are called '" + output.name() + "'");
      }
      if (types.get(slot) != output.type()) {
        throw new ModelFormatException(
            "output '"
                + output.name()
                + "' is declared "
                + output.type()
                + " but is "
                + types.get(slot));
      }
      outputSlots[index] = slot;
    }
    return outputSlots;
  }

  /** From the last step backwards, a slot not seen yet is used for the last time. */
  private void markLastUses(List<Step> steps, int[] outputSlots) {
    boolean[] usedLater = new boolean[types.size()];
    for (int slot : outputSlots) {
      usedLater[slot] = true;
    }
    for (int slot : constants.keySet()) {
      usedLater[slot] = true;
    }
    for (int index = steps.size() - 1; index >= 0; index--) {
      Step step = steps.get(index);
      int[] last = new int[step.inputs.length + step.outputs.length];
      int count = 0;
      for (int[] used : List.of(step.inputs, step.outputs)) {
        for (int slot : used) {
          if (slot != Step.LEFT_OUT && !usedLater[slot]) {
            usedLater[slot] = true;
            last[count++] = slot;
          }
        }
      }
      step.lastUses = Arrays.copyOf(last, count);
    }
  }
}
