package edgex.onnx.session;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Dimension;
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
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.HashMap;
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
    return new Session(program, List.of(), memoryLimitBytes).run(Map.of());
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
    checkInputs(inputs);
    RunBudget budget = new RunBudget(memoryLimitBytes, nodeLimit);
    Execution execution = new Execution(program, workspace, budget);
    String shapes = shapesOf(inputs);
    MemoryPlan plan = workspace.plan(shapes);
    LifeRecord record = plan == null ? new LifeRecord(program.slotCount) : null;
    for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
      execution.give(program.inputSlots.get(input.getKey()), input.getValue());
    }
    Tensor[] results;
    try {
      if (plan == null) {
        execution.record(record);
      } else {
        execution.follow(plan);
      }
      results = execution.run();
      if (plan == null) {
        workspace.keep(shapes, MemoryPlan.of(record, program.slotCount));
      }
    } catch (TensorException exception) {
      throw new InferenceException(exception.getMessage());
    }
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    for (int index = 0; index < results.length; index++) {
      outputs.put(program.outputs.get(index).name(), results[index]);
    }
    return outputs;
  }

  /** Types and shapes of the inputs as one text. */
  private String shapesOf(Map<String, Tensor> inputs) {
    StringBuilder text = new StringBuilder();
    for (String name : program.declaredInputs.keySet()) {
      text.append(inputs.get(name)).append(';');
    }
    return text.toString();
  }

  private void checkInputs(Map<String, Tensor> inputs) throws InferenceException {
    Map<String, Integer> symbols = new HashMap<>();
    for (ValueInfo declared : program.requiredInputs) {
      if (!inputs.containsKey(declared.name())) {
        throw new InferenceException("input '" + declared.name() + "' is missing");
      }
    }
    for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
      ValueInfo declared = program.declaredInputs.get(input.getKey());
      if (declared == null) {
        throw new InferenceException("the model has no input '" + input.getKey() + "'");
      }
      if (!matches(declared, input.getValue(), symbols)) {
        throw new InferenceException(
            "input '"
                + input.getKey()
                + "' is "
                + input.getValue()
                + ", but the model takes "
                + declared.typeText());
      }
    }
  }

  private static boolean matches(ValueInfo declared, Tensor tensor, Map<String, Integer> symbols) {
    if (tensor.type() != declared.type()) {
      return false;
    }
    List<Dimension> dimensions = declared.dimensions();
    if (dimensions == null) {
      return true;
    }
    if (dimensions.size() != tensor.shape().rank()) {
      return false;
    }
    for (int axis = 0; axis < dimensions.size(); axis++) {
      Dimension dimension = dimensions.get(axis);
      int actual = tensor.shape().dimension(axis);
      if (dimension.isKnown() && dimension.size() != actual) {
        return false;
      }
      if (!dimension.symbol().isEmpty()) {
        Integer bound = symbols.put(dimension.symbol(), actual);
        if (bound != null && bound != actual) {
          return false;
        }
      }
    }
    return true;
  }
}
