package edgex.onnx.optimizer;

import edgex.onnx.model.Attribute;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph that can be changed. A value is {@linkplain #isPrivate private} if one node uses it and
 * nothing else sees it: only such values may disappear.
 */
@SuppressWarnings("ReferenceEquality") // equal nodes at two places of a graph are two nodes
final class GraphEditor {
  private final Graph original;
  private final GraphEditor around;
  private final List<Node> nodes;
  private final Map<String, Tensor> constants;

  /** Names that inputs, outputs or sub-graphs use. */
  private final Set<String> seenOutside = new HashSet<>();

  private final Map<String, Node> producers = new HashMap<>();
  private final Map<String, List<Node>> consumers = new HashMap<>();

  /**
   * An editor of a graph.
   *
   * @param around the editor of the graph around a sub-graph, or null
   */
  GraphEditor(Graph graph, GraphEditor around) {
    this.original = graph;
    this.around = around;
    this.nodes = new ArrayList<>(graph.nodes());
    this.constants = new LinkedHashMap<>(graph.initializers());
    for (Node node : nodes) {
      link(node);
    }
    findSeenOutside();
  }

  /** Finds anew which names inputs, outputs and sub-graphs use. */
  void findSeenOutside() {
    seenOutside.clear();
    for (ValueInfo input : original.inputs()) {
      seenOutside.add(input.name());
    }
    for (ValueInfo output : original.outputs()) {
      seenOutside.add(output.name());
    }
    for (Node node : nodes) {
      for (Attribute attribute : node.attributes().values()) {
        if (attribute instanceof Attribute.SubGraph body) {
          addNames(body.value());
        }
      }
    }
  }

  private void addNames(Graph body) {
    for (ValueInfo output : body.outputs()) {
      seenOutside.add(output.name());
    }
    for (Node node : body.nodes()) {
      seenOutside.addAll(node.inputs());
      for (Attribute attribute : node.attributes().values()) {
        if (attribute instanceof Attribute.SubGraph inner) {
          addNames(inner.value());
        }
      }
    }
  }

  private void link(Node node) {
    for (String output : node.outputs()) {
      producers.put(output, node);
    }
    for (String input : node.inputs()) {
      consumers.computeIfAbsent(input, name -> new ArrayList<>()).add(node);
    }
  }

  private void unlink(Node node) {
    for (String output : node.outputs()) {
      producers.remove(output, node);
    }
    for (String input : node.inputs()) {
      List<Node> users = consumers.get(input);
      for (int index = 0; index < users.size(); index++) {
        if (users.get(index) == node) {
          users.remove(index);
          break;
        }
      }
    }
  }

  /** The nodes as they are now, in an order of their own. */
  List<Node> nodes() {
    return new ArrayList<>(nodes);
  }

  /** Whether the node is still part of the graph. */
  boolean contains(Node node) {
    return !node.outputs().isEmpty() && producers.get(node.outputs().get(0)) == node;
  }

  /** The value of a constant that no caller can replace, or null. */
  Tensor constant(String name) {
    if (isInput(name)) {
      return null;
    }
    Tensor own = constants.get(name);
    boolean isOwn = own != null || producers.containsKey(name) || around == null;
    return isOwn ? own : around.constant(name);
  }

  private boolean isInput(String name) {
    for (ValueInfo input : original.inputs()) {
      if (input.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The constant of one float, or null. */
  Float scalar(String name) {
    return constant(name) instanceof FloatTensor floats && floats.elementCount() == 1
        ? (Float) floats.values()[floats.offset()]
        : null;
  }

  /** The constant floats of that name, or null. */
  FloatTensor floats(String name) {
    Tensor tensor = constant(name);
    return tensor != null && tensor.type() == ElementType.FLOAT32 ? (FloatTensor) tensor : null;
  }

  /** The node that makes a value, or null. */
  Node producer(String name) {
    return producers.get(name);
  }

  /** The node that makes a value if it is one of that operator of ONNX, else null. */
  Node producer(String name, String operator) {
    Node node = producers.get(name);
    return node != null && node.operator().equals(operator) && node.domain().isEmpty()
        ? node
        : null;
  }

  /** The nodes that use a value; one that uses it twice is there twice. */
  List<Node> consumers(String name) {
    return new ArrayList<>(consumers.getOrDefault(name, List.of()));
  }

  /** The only user of a value that nothing else sees, or null. */
  Node onlyConsumer(String name) {
    List<Node> users = consumers.getOrDefault(name, List.of());
    return isPrivate(name) ? users.get(0) : null;
  }

  /** Whether exactly one node uses the value, once, and it is no input or output. */
  boolean isPrivate(String name) {
    return !seenOutside.contains(name) && consumers.getOrDefault(name, List.of()).size() == 1;
  }

  /** Whether only nodes of this graph see the value. */
  boolean isInner(String name) {
    return !seenOutside.contains(name);
  }

  /** Puts a node in the place of others. */
  void replace(List<Node> old, Node node) {
    int place = nodes.indexOf(old.get(old.size() - 1));
    for (Node gone : old) {
      unlink(gone);
    }
    nodes.set(place, node);
    nodes.removeIf(candidate -> candidate != node && isIn(old, candidate));
    link(node);
  }

  private static boolean isIn(List<Node> list, Node node) {
    for (Node element : list) {
      if (element == node) {
        return true;
      }
    }
    return false;
  }

  /** Makes a node's only output a constant. */
  void replaceByConstant(Node node, Tensor value) {
    unlink(node);
    nodes.remove(node);
    constants.put(node.outputs().get(0), value);
  }

  /** Lets the users of one value take another instead, which says the same. */
  void redirect(Node node, String from, String to) {
    unlink(node);
    nodes.remove(node);
    for (Node user : consumers(from)) {
      List<String> inputs = new ArrayList<>(user.inputs());
      inputs.replaceAll(name -> name.equals(from) ? to : name);
      Node changed =
          new Node(
              user.name(),
              user.domain(),
              user.operator(),
              inputs,
              user.outputs(),
              user.attributes());
      if (contains(user)) {
        replace(List.of(user), changed);
      }
    }
  }

  /** Removes nodes that nobody needs, and constants that no node takes. */
  void removeUnused() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Node node : nodes()) {
        boolean needed = false;
        for (String output : node.outputs()) {
          needed |= seenOutside.contains(output) || !consumers(output).isEmpty();
        }
        if (!needed) {
          unlink(node);
          nodes.remove(node);
          changed = true;
        }
      }
    }
    constants.keySet().removeIf(name -> !seenOutside.contains(name) && consumers(name).isEmpty());
  }

  Graph toGraph() {
    return new Graph(
        original.name(),
        nodes,
        constants,
        original.unsupported(),
        original.inputs(),
        original.outputs());
  }
}
