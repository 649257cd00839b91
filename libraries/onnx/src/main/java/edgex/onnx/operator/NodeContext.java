package edgex.onnx.operator;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Attribute;
import edgex.onnx.model.ElementTypes;
import edgex.onnx.model.Node;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an operator is made from: its node and the version of the operator set.
 *
 * <p>Attributes that the operator does not ask for are refused by {@link #requireAllRead()}:
 * leaving one unheeded would give wrong results without a word.
 */
public final class NodeContext {
  private final Node node;
  private final long opset;
  private final OperatorTable.Bodies bodies;
  private final Set<String> read = new HashSet<>();

  /** The context of {@code node} in a model that imports version {@code opset} of its domain. */
  NodeContext(Node node, long opset, OperatorTable.Bodies bodies) {
    this.node = node;
    this.opset = opset;
    this.bodies = bodies;
  }

  /** Version of the operator set. */
  public long opset() {
    return opset;
  }

  /** The operator with its opset, for messages. */
  public String operatorText() {
    return operatorText(node, opset);
  }

  /** The operator of a node with its opset, for messages. */
  public static String operatorText(Node node, long opset) {
    String domain = node.domain().isEmpty() ? "" : node.domain() + ".";
    return domain + node.operator() + " (opset " + opset + ")";
  }

  /** Number of inputs that the node lists, left out ones included. */
  public int inputCount() {
    return node.inputs().size();
  }

  /** Whether input {@code index} is there. */
  public boolean hasInput(int index) {
    return index < inputCount() && !node.inputs().get(index).isEmpty();
  }

  /** Number of outputs that the node lists, unwanted ones included. */
  public int outputCount() {
    return node.outputs().size();
  }

  /** Whether output {@code index} is asked for. */
  public boolean hasOutput(int index) {
    return index < node.outputs().size() && !node.outputs().get(index).isEmpty();
  }

  /** Whether the node has the attribute. */
  public boolean has(String name) {
    return node.attributes().containsKey(name);
  }

  /** The integer attribute, or {@code otherwise} if it is not given. */
  public long whole(String name, long otherwise) throws ModelFormatException {
    Attribute attribute = take(name);
    if (attribute == null) {
      return otherwise;
    }
    if (attribute instanceof Attribute.Whole whole) {
      return whole.value();
    }
    throw failure("attribute '" + name + "' must be an integer");
  }

  /** The integer attribute as a flag: on if it is not 0. */
  public boolean flag(String name) throws ModelFormatException {
    return whole(name, 0) != 0;
  }

  /** The floating-point attribute, or {@code otherwise} if it is not given. */
  public float real(String name, float otherwise) throws ModelFormatException {
    Attribute attribute = take(name);
    if (attribute == null) {
      return otherwise;
    }
    if (attribute instanceof Attribute.Real real) {
      return real.value();
    }
    throw failure("attribute '" + name + "' must be a floating-point number");
  }

  /** The text attribute, or {@code otherwise} if it is not given. */
  public String text(String name, String otherwise) throws ModelFormatException {
    Attribute attribute = take(name);
    if (attribute == null) {
      return otherwise;
    }
    if (attribute instanceof Attribute.Text text) {
      return text.value();
    }
    throw failure("attribute '" + name + "' must be a text");
  }

  /** The attribute's integers, or null if it is not given. */
  public long[] wholes(String name) throws ModelFormatException {
    Attribute attribute = take(name);
    if (attribute == null) {
      return null;
    }
    if (attribute instanceof Attribute.Wholes wholes) {
      return wholes.values().values();
    }
    throw failure("attribute '" + name + "' must be a list of integers");
  }

  /** The attribute's integers, none beyond 32 bits, or null if it is not given. */
  public int[] integers(String name) throws ModelFormatException {
    long[] wholes = wholes(name);
    if (wholes == null) {
      return null;
    }
    int[] integers = new int[wholes.length];
    for (int index = 0; index < wholes.length; index++) {
      if (wholes[index] != (int) wholes[index]) {
        throw failure("attribute '" + name + "' has a number that is too large");
      }
      integers[index] = (int) wholes[index];
    }
    return integers;
  }

  /**
   * The attribute if the node has it, else null; counts as read.
   *
   * @throws ModelFormatException if its value is of a kind that is not supported
   */
  public Attribute take(String name) throws ModelFormatException {
    read.add(name);
    Attribute attribute = node.attributes().get(name);
    if (attribute instanceof Attribute.Unsupported unsupported) {
      throw unsupported("attribute '" + name + "' is " + unsupported.reason());
    }
    return attribute;
  }

  /** The sub-graph attribute, which must be given. */
  public Body body(String name) throws ModelFormatException {
    if (take(name) instanceof Attribute.SubGraph graph) {
      return bodies.of(graph.value());
    }
    throw failure("attribute '" + name + "' must be a graph");
  }

  /** The attribute's floating-point numbers, or null if it is not given. */
  public float[] reals(String name) throws ModelFormatException {
    Attribute attribute = take(name);
    if (attribute == null) {
      return null;
    }
    if (attribute instanceof Attribute.Reals reals) {
      return reals.values().values();
    }
    throw failure("attribute '" + name + "' must be a list of floating-point numbers");
  }

  /** The attribute's texts, or null if it is not given. */
  public List<String> texts(String name) throws ModelFormatException {
    Attribute attribute = take(name);
    if (attribute == null) {
      return null;
    }
    if (attribute instanceof Attribute.Texts texts) {
      return texts.values();
    }
    throw failure("attribute '" + name + "' must be a list of texts");
  }

  /** The text attribute, one of {@code choices}, of which the first is the default. */
  public String choice(String name, String... choices) throws ModelFormatException {
    String chosen = text(name, choices[0]);
    for (String choice : choices) {
      if (choice.equals(chosen)) {
        return chosen;
      }
    }
    throw failure("attribute '" + name + "' is '" + chosen + "'");
  }

  /** The element type that the attribute gives by its number, or {@code otherwise}. */
  public ElementType elementType(String name, ElementType otherwise) throws ModelFormatException {
    if (!has(name)) {
      return otherwise;
    }
    try {
      return ElementTypes.of(whole(name, 0));
    } catch (ModelFormatException exception) {
      throw unsupported(exception.getMessage());
    }
  }

  /** The tensor attribute, in memory, or null if it is not given. */
  public Tensor constant(String name) throws ModelFormatException {
    Tensor constant = deferredConstant(name);
    return constant == null ? null : constant.resident();
  }

  /** The tensor attribute, which may be deferred, or null if it is not given. */
  public Tensor deferredConstant(String name) throws ModelFormatException {
    Attribute attribute = take(name);
    if (attribute == null) {
      return null;
    }
    if (attribute instanceof Attribute.Constant constant) {
      return constant.value();
    }
    throw failure("attribute '" + name + "' must be a tensor");
  }

  /** Checks that no attribute was left unread. */
  public void requireAllRead() throws ModelFormatException {
    for (String name : node.attributes().keySet()) {
      if (!read.contains(name)) {
        throw unsupported("attribute '" + name + "' is unknown");
      }
    }
  }

  /** Checks that a condition on the node holds. */
  public void require(boolean holds, String problem) throws ModelFormatException {
    if (!holds) {
      throw failure(problem);
    }
  }

  /** An exception that says that the operator is not supported in this form. */
  public ModelFormatException unsupported(String reason) {
    return new ModelFormatException("operator " + operatorText() + " is not supported: " + reason);
  }

  /** An exception that says what is wrong with this node. */
  public ModelFormatException failure(String problem) {
    return new ModelFormatException("operator " + operatorText() + ": " + problem);
  }
}
