package edgex.onnx.optimizer;

import edgex.onnx.model.Attribute;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Model;
import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.operator.OperatorTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applies all rewritings to a model, in the order in which each makes room for the next. */
public final class Optimizer {
  /** Domain of the operators that only this package makes; no file may import it. */
  public static final String DOMAIN = "edgex";

  private static final long VERSION = 1;

  /** Before this version of the format, every constant had to be listed among the inputs. */
  private static final long CONSTANTS_NEED_NO_INPUT = 4;

  private Optimizer() {}

  /** Adds the operators that {@link #optimize} may put into a model. */
  public static void addOperators(OperatorTable table) {
    table.addDomain(DOMAIN, VERSION);
    table.add(DOMAIN + ":Convolution", VERSION, 1, 2, FusedConvolutionOperator::new);
    table.add(DOMAIN + ":MatMul", VERSION, 1, 1, FusedMatMulOperator::new);
    table.add(DOMAIN + ":ByteMatMul", VERSION, 1, 1, ByteMatMulOperator::new);
    table.add(DOMAIN + ":Activate", VERSION, 1, 1, ActivationOperator::new);
    table.add(DOMAIN + ":Normalize", VERSION, 1, 1, NormalizeOperator::new);
  }

  /** What inputs that have a constant of their name, a default, are to the optimizer. */
  public enum Defaults {
    /** Constants, as nearly all files mean them: no run gives another value. */
    CONSTANT,
    /** Inputs that a run may give, but in files so old that every constant had to be an input. */
    REPLACEABLE
  }

  private static Graph withoutListedConstants(Model model, Defaults defaults) {
    Graph graph = model.graph();
    if (defaults == Defaults.REPLACEABLE && model.irVersion() >= CONSTANTS_NEED_NO_INPUT) {
      return graph;
    }
    List<ValueInfo> inputs = new ArrayList<>(graph.inputs());
    inputs.removeIf(input -> graph.initializers().containsKey(input.name()));
    return new Graph(
        graph.name(),
        graph.nodes(),
        graph.initializers(),
        graph.unsupported(),
        inputs,
        graph.outputs());
  }

  /**
   * A model with the same inputs and outputs, but for inputs that are constants; the one given is
   * not changed.
   */
  public static Model optimize(Model model, OperatorTable operators, Defaults defaults) {
    if (model.opsets().containsKey(DOMAIN)) {
      return model;
    }
    GraphEditor graph = new GraphEditor(withoutListedConstants(model, defaults), null);
    optimize(graph, model, operators);
    Map<String, Long> opsets = new HashMap<>(model.opsets());
    opsets.put(DOMAIN, VERSION);
    return new Model(model.irVersion(), model.producer(), opsets, graph.toGraph());
  }

  private static void optimize(GraphEditor graph, Model model, OperatorTable operators) {
    new ConstantFolding(graph, model, operators).run();
    optimizeBodies(graph, model, operators);
    new ActivationPatterns(graph).run();
    new NormalizationPattern(graph).run();
    new ByteMatMulFusion(graph).run();
    new ConvolutionFusion(graph).run();
    new MatMulFusion(graph).run();
    graph.removeUnused();
  }

  /** Optimizes the sub-graphs, for which constants of the graph around are constants, too. */
  private static void optimizeBodies(GraphEditor graph, Model model, OperatorTable operators) {
    for (Node node : graph.nodes()) {
      Map<String, Attribute> attributes = new HashMap<>(node.attributes());
      boolean hasBody = false;
      for (Map.Entry<String, Attribute> attribute : attributes.entrySet()) {
        if (attribute.getValue() instanceof Attribute.SubGraph body) {
          GraphEditor inner = new GraphEditor(body.value(), graph);
          optimize(inner, model, operators);
          attribute.setValue(new Attribute.SubGraph(inner.toGraph()));
          hasBody = true;
        }
      }
      if (hasBody) {
        graph.replace(
            List.of(node),
            new Node(
                node.name(),
                node.domain(),
                node.operator(),
                node.inputs(),
                node.outputs(),
                attributes));
      }
    }
    graph.findSeenOutside();
  }
}
