package edgex.onnx.operator;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The supported operators by domain and name. */
public final class OperatorTable {
  /** No upper limit on the number of inputs. */
  public static final int ANY = Integer.MAX_VALUE;

  /** Makes an operator from a node. */
  public interface Factory {
    /**
     * Reads and checks the node's attributes.
     *
     * @throws ModelFormatException if they make no sense or ask for what is not supported
     */
    Operator create(NodeContext context) throws ModelFormatException;
  }

  /** Makes sub-graphs, of which only the session knows how they run. */
  public interface Bodies {
    /** The body that is given by this sub-graph, not compiled yet. */
    Body of(Graph graph);
  }

  private record Entry(
      long sinceOpset, int fewestInputs, int mostInputs, int mostOutputs, Factory factory) {}

  private final Map<String, Entry> entries = new TreeMap<>();
  private final Map<String, Long> newestOpsets = new HashMap<>();

  /** Declares a domain and the newest version of its operator set that is understood. */
  public void addDomain(String domain, long newestOpset) {
    newestOpsets.put(domain, newestOpset);
  }

  /**
   * Adds an operator.
   *
   * @param name its name, {@code domain:name} outside of ONNX's own domain
   * @param sinceOpset first version of the operator set in which it exists
   */
  public void add(
      String name,
      long sinceOpset,
      int fewestInputs,
      int mostInputs,
      int mostOutputs,
      Factory factory) {
    entries.put(name, new Entry(sinceOpset, fewestInputs, mostInputs, mostOutputs, factory));
  }

  /** Adds an operator with one output. */
  public void add(String name, long sinceOpset, int fewestInputs, int mostInputs, Factory factory) {
    add(name, sinceOpset, fewestInputs, mostInputs, 1, factory);
  }

  /** Names of the supported operators in alphabetical order, {@code domain:name} outside ONNX's. */
  public Set<String> names() {
    return entries.keySet();
  }

  /**
   * Checks that a node's operator is in the table.
   *
   * @param opsets imported operator set versions by domain
   * @throws ModelFormatException if it is not, or not in the imported version
   */
  public void requireKnown(Node node, Map<String, Long> opsets) throws ModelFormatException {
    find(node, opsets);
  }

  /**
   * Makes the operator of a node.
   *
   * @param opsets imported operator set versions by domain
   * @param bodies makes the node's sub-graphs
   * @throws ModelFormatException if the operator is not supported, or not with these attributes
   */
  public Operator create(Node node, Map<String, Long> opsets, Bodies bodies)
      throws ModelFormatException {
    Entry entry = find(node, opsets);
    NodeContext context = new NodeContext(node, opsets.get(node.domain()), bodies);
    checkCounts(node, entry, context);
    Operator operator = entry.factory().create(context);
    context.requireAllRead();
    return operator;
  }

  private Entry find(Node node, Map<String, Long> opsets) throws ModelFormatException {
    Long imported = opsets.get(node.domain());
    if (imported == null) {
      throw new ModelFormatException(
          "operator "
              + node.operator()
              + " is of domain '"
              + node.domain()
              + "', of which the model imports no operator set");
    }
    String key = node.domain().isEmpty() ? "" : node.domain() + ":";
    Entry entry = entries.get(key + node.operator());
    Long newest = newestOpsets.get(node.domain());
    if (entry == null || newest == null || imported > newest || imported < entry.sinceOpset()) {
      throw new ModelFormatException(
          "operator " + NodeContext.operatorText(node, imported) + " is not supported");
    }
    return entry;
  }

  private static void checkCounts(Node node, Entry entry, NodeContext context)
      throws ModelFormatException {
    int inputs = node.inputs().size();
    if (inputs < entry.fewestInputs() || inputs > entry.mostInputs()) {
      throw context.failure("cannot take " + inputs + " inputs");
    }
    for (int index = 0; index < entry.fewestInputs(); index++) {
      context.require(context.hasInput(index), "input " + index + " must not be left out");
    }
    int outputs = node.outputs().size();
    context.require(
        outputs >= 1 && outputs <= entry.mostOutputs(), "cannot make " + outputs + " outputs");
  }
}
