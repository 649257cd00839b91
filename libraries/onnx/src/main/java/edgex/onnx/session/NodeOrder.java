package edgex.onnx.session;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts a graph's nodes into an order in which each comes after those whose values it takes: the
 * file's own order wherever that is possible.
 */
final class NodeOrder {
  private final List<Node> nodes;
  private final Map<String, Integer> producers = new HashMap<>();
  private final List<List<Integer>> consumers = new ArrayList<>();
  private final int[] missing;

  private NodeOrder(List<Node> nodes) {
    this.nodes = nodes;
    this.missing = new int[nodes.size()];
  }

  /**
   * The nodes in order.
   *
   * @param given names of the inputs and constants
   * @param around which other names the graphs around this one give
   * @throws ModelFormatException if a value is made twice, made nowhere, or needs itself
   */
  static List<Node> of(List<Node> nodes, Set<String> given, Predicate<String> around)
      throws ModelFormatException {
    NodeOrder order = new NodeOrder(nodes);
    order.findProducers(given);
    order.findConsumers(given, around);
    return order.sort();
  }

  private void findProducers(Set<String> given) throws ModelFormatException {
    for (int index = 0; index < nodes.size(); index++) {
      consumers.add(new ArrayList<>());
      for (String output : nodes.get(index).outputs()) {
        if (output.isEmpty()) {
          continue;
        }
        if (given.contains(output) || producers.put(output, index) != null) {
          throw new ModelFormatException("value '" + output + "' is made more than once");
        }
      }
    }
  }

  private void findConsumers(Set<String> given, Predicate<String> around)
      throws ModelFormatException {
    for (int index = 0; index < nodes.size(); index++) {
      Node node = nodes.get(index);
      for (String input : FreeNames.of(node)) {
        if (given.contains(input)) {
          continue;
        }
        Integer producer = producers.get(input);
        if (producer == null && around.test(input)) {
          continue;
        }
        if (producer == null) {
          throw new ModelFormatException(
              node.label()
                  + " takes '"
                  + input
                  + "', which no node makes and which is neither an input nor a constant");
        }
        consumers.get(producer).add(index);
        missing[index]++;
      }
    }
  }

  private List<Node> sort() throws ModelFormatException {
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int index = 0; index < missing.length; index++) {
      if (missing[index] == 0) {
        ready.add(index);
      }
    }
    List<Node> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      int next = ready.remove();
      order.add(nodes.get(next));
      for (int consumer : consumers.get(next)) {
        if (--missing[consumer] == 0) {
          ready.add(consumer);
        }
      }
    }
    for (int index = 0; index < missing.length; index++) {
      if (missing[index] > 0) {
        throw new ModelFormatException(
            "the graph has a cycle: " + nodes.get(index).label() + " needs its own result");
      }
    }
    return order;
  }
}
