package edgex.onnx.session;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.ExternalData;
import edgex.onnx.model.Model;
import edgex.onnx.model.ModelReader;
import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.operator.OperatorTable;
import edgex.onnx.operator.StandardOperators;
import edgex.onnx.optimizer.Optimizer;
import edgex.onnx.wire.WireFile;
import edgex.onnx.wire.WireLimits;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model made ready to run: its nodes checked, put in order and bound to operators.
 *
 * <p>A session runs one request at a time and is not to be shared between threads; nothing of one
 * run is left over for the next.
 */
public final class Session {
  /** Nodes that a run may execute unless another limit is set: minutes of the smallest ones. */
  public static final long DEFAULT_NODE_LIMIT = 100_000_000;

  private final Program program;
  private final List<Node> modelNodes;
  private final long memoryLimitBytes;
  private long nodeLimit = DEFAULT_NODE_LIMIT;
  private final Workspace workspace = new Workspace();
  private long peakBytes;

  private Session(Program program, List<Node> modelNodes, long memoryLimitBytes) {
    this.program = program;
    this.modelNodes = modelNodes;
    this.memoryLimitBytes = memoryLimitBytes;
  }

  /**
   * Reads a model file and makes it ready.
   *
   * @param file the whole file
   * @param memoryLimitBytes most bytes of values that exist at one time in a run, the model's own
   *     constants not counted
   * @throws ModelFormatException if it is not a model, or not one that can be run
   */
  public static Session load(byte[] file, long memoryLimitBytes) throws ModelFormatException {
    return prepare(ModelReader.read(file), StandardOperators.table(), memoryLimitBytes);
  }

  /**
   * As {@link #load}, from a file that is read piece by piece: at no time are all its weights in
   * memory beside those that the session keeps. The file is not needed afterwards.
   */
  public static Session load(WireFile file, ExternalData external, long memoryLimitBytes)
      throws ModelFormatException {
    Model model = ModelReader.read(file, WireLimits.standard(), external);
    return prepare(model, StandardOperators.table(), memoryLimitBytes);
  }

  /** As {@link #load}, for a model that keeps tensors in files beside it. */
  public static Session load(byte[] file, ExternalData external, long memoryLimitBytes)
      throws ModelFormatException {
    return load(WireFile.of(file), external, memoryLimitBytes);
  }

  /**
   * As {@link #load}, for a caller that wants to give inputs that have a default in the file, too.
   * Such a default is no constant that the optimizer could work with.
   */
  public static Session loadWithDefaults(byte[] file, long memoryLimitBytes)
      throws ModelFormatException {
    OperatorTable table = StandardOperators.table();
    Model model = ModelReader.read(file);
    return prepare(model, table, memoryLimitBytes, Optimizer.Defaults.REPLACEABLE);
  }

  /** As {@link #load}, for a model that was read already and with operators of choice. */
  public static Session prepare(Model model, OperatorTable operators, long memoryLimitBytes)
      throws ModelFormatException {
    return prepare(model, operators, memoryLimitBytes, Optimizer.Defaults.CONSTANT);
  }

  private static Session prepare(
      Model model, OperatorTable table, long memoryLimitBytes, Optimizer.Defaults defaults)
      throws ModelFormatException {
    MadeOperators operators = new MadeOperators(table);
    try {
      // The optimizer relies on what compiling checks: counts of inputs and outputs, names, types.
      List<Node> asGiven = new Compiler(model, operators).check();
      Optimizer.addOperators(table);
      Model optimized = Optimizer.optimize(model, table, defaults);
      Program program = new Compiler(optimized, operators).compile();
      return new Session(program, asGiven, memoryLimitBytes);
    } catch (TensorException exception) {
      throw new ModelFormatException(exception.getMessage());
    }
  }

  /**
   * Runs a model as it is, without inputs; its outputs need no types.
   *
   * @return one tensor for every output, by name
   * @throws ModelFormatException if it cannot be run
   * @throws InferenceException if it takes inputs or the run fails for its values or memory
   */
  public static Map<String, Tensor> evaluate(
      Model model, OperatorTable operators, long memoryLimitBytes)
      throws ModelFormatException, InferenceException {
    Program program = new Compiler(model, new MadeOperators(operators)).compileUndeclared();
    Session session = new Session(program, List.of(), memoryLimitBytes);
    InputCheck.check(program, Map.of());
    return session.run(Map.of(), null);
  }

  /** Sets how many nodes a run may execute, those of every iteration of a loop counted. */
  public void limitNodes(long nodes) {
    nodeLimit = nodes;
  }

  /** The inputs that a run takes, without those that have a default. */
  public List<ValueInfo> inputs() {
    return program.requiredInputs;
  }

  /** The outputs that a run makes. */
  public List<ValueInfo> outputs() {
    return program.outputs;
  }

  /** The model's nodes, in an order in which they could run; a session may fuse some of them. */
  public List<Node> nodes() {
    return modelNodes;
  }

  /** Bytes of the model's constants. */
  public long constantBytes() {
    long bytes = 0;
    for (Tensor constant : program.constants.values()) {
      bytes += constant.sizeBytes();
    }
    for (Step step : program.steps) {
      bytes += step.operator.constantBytes();
    }
    return bytes;
  }

  /**
   * Runs the model.
   *
   * @param inputs one tensor for every input, by name; they are not changed
   * @return one tensor for every output, by name, in the model's order; a tensor may share its
   *     elements with an input
   * @throws InferenceException if an input does not fit, or the run fails for its values or memory
   */
  public Map<String, Tensor> run(Map<String, Tensor> inputs) throws InferenceException {
    InputCheck.check(program, inputs);
    List<Shape> shapes = shapesOf(inputs);
    if (workspace.wantsPlan(shapes)) {
      workspace.keep(shapes, new Explainer(program, workspace, memoryLimitBytes).plan(inputs));
    }
    return run(inputs, workspace.plan(shapes));
  }

  /** Runs by a plan, or for null with memory from the heap. */
  private Map<String, Tensor> run(Map<String, Tensor> inputs, MemoryPlan plan)
      throws InferenceException {
    RunBudget budget = new RunBudget(memoryLimitBytes, nodeLimit);
    Execution execution = new Execution(program, workspace, budget);
    giveInputs(execution, inputs);
    Tensor[] results;
    try {
      if (plan != null) {
        execution.follow(plan);
      }
      results = execution.run();
    } catch (TensorException exception) {
      throw new InferenceException(exception.getMessage());
    }
    peakBytes = budget.peakBytes();
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    for (int index = 0; index < results.length; index++) {
      outputs.put(program.outputs.get(index).name(), results[index]);
    }
    return outputs;
  }

  private void giveInputs(Execution execution, Map<String, Tensor> inputs) {
    for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
      execution.give(program.inputSlots.get(input.getKey()), input.getValue());
    }
  }

  /** The most bytes of values that the last run had at one time; constants are not counted. */
  public long peakBytes() {
    return peakBytes;
  }

  /**
   * Tells what a run with inputs of given shapes does and which memory it takes, without running.
   *
   * @param inputs one tensor for every input, by name: a real one where shapes follow from its
   *     elements, else one made by {@link #unknownInput}
   * @throws InferenceException if an input does not fit
   */
  public Explanation explain(Map<String, Tensor> inputs) throws InferenceException {
    InputCheck.check(program, inputs);
    try {
      return new Explainer(program, workspace, memoryLimitBytes).explain(inputs, constantBytes());
    } catch (TensorException exception) {
      throw new InferenceException(exception.getMessage());
    }
  }

  /** An input for {@link #explain} of which only type and shape are known. */
  public static Tensor unknownInput(ElementType type, Shape shape) {
    return Rehearsal.unknown(type, shape);
  }

  /** Shapes of the inputs, null for a default. */
  private List<Shape> shapesOf(Map<String, Tensor> inputs) {
    List<Shape> shapes = new ArrayList<>();
    for (String name : program.declaredInputs.keySet()) {
      Tensor input = inputs.get(name);
      shapes.add(input == null ? null : input.shape());
    }
    return shapes;
  }
}
