package edgex.onnx.operator.training;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import edgex.tensor.UpdateRule;

/**
 * Adagrad, Momentum, Adam: one step of an optimizer for any number of tensors.
 *
 * <pre>
 *   inputs   rate, step number, X..., gradient..., state...      (Adam: two states a tensor)
 *   outputs  X..., state...
 * </pre>
 */
final class OptimizerOperator implements Operator {
  private static final int FIXED_INPUTS = 2;

  private final UpdateRule rule;
  private final int states;
  private final int tensors;

  private OptimizerOperator(NodeContext context, UpdateRule rule) throws ModelFormatException {
    this.rule = rule;
    this.states = rule.states();
    int each = 2 + states;
    this.tensors = (context.inputCount() - FIXED_INPUTS) / each;
    boolean fits = context.inputCount() == FIXED_INPUTS + tensors * each;
    context.require(
        fits && context.outputCount() <= tensors * (1 + states), "the tensors do not fit");
    for (int input = 0; input < context.inputCount(); input++) {
      context.require(context.hasInput(input), "input " + input + " must not be left out");
    }
  }

  static void addTo(OperatorTable table, String domain) {
    add(table, domain + ":Adagrad", OptimizerOperator::adagrad);
    add(table, domain + ":Momentum", OptimizerOperator::momentum);
    add(table, domain + ":Adam", OptimizerOperator::adam);
  }

  private static void add(OperatorTable table, String name, OperatorTable.Factory factory) {
    table.add(name, 1, 3, OperatorTable.ANY, OperatorTable.ANY, factory);
  }

  private static Operator adagrad(NodeContext context) throws ModelFormatException {
    double decay = context.real("decay_factor", 0f);
    double epsilon = context.real("epsilon", 1e-6f);
    double norm = context.real("norm_coefficient", 0f);
    return new OptimizerOperator(context, UpdateRule.adagrad(decay, epsilon, norm));
  }

  private static Operator momentum(NodeContext context) throws ModelFormatException {
    double alpha = context.real("alpha", 0f);
    double beta = context.real("beta", 0f);
    double norm = context.real("norm_coefficient", 0f);
    boolean nesterov = context.choice("mode", "standard", "nesterov").equals("nesterov");
    return new OptimizerOperator(
        context,
        nesterov ? UpdateRule.nesterov(alpha, beta, norm) : UpdateRule.momentum(alpha, beta, norm));
  }

  private static Operator adam(NodeContext context) throws ModelFormatException {
    double alpha = context.real("alpha", 0.9f);
    double beta = context.real("beta", 0.999f);
    double epsilon = context.real("epsilon", 1e-6f);
    double norm = context.real("norm_coefficient", 0f);
    double normAfter = context.real("norm_coefficient_post", 0f);
    return new OptimizerOperator(context, UpdateRule.adam(alpha, beta, epsilon, norm, normAfter));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.floatingPoint(0);
    inputs.exactly(1, ElementType.INT64);
    ElementType[] types = new ElementType[tensors * (1 + states)];
    for (int input = FIXED_INPUTS; input < inputs.count(); input++) {
      ElementType type = inputs.get(FIXED_INPUTS + (input - FIXED_INPUTS) % tensors);
      inputs.require(input, type.isFloatingPoint() && inputs.get(input) == type);
    }
    for (int output = 0; output < types.length; output++) {
      types[output] = inputs.get(FIXED_INPUTS + output % tensors);
    }
    return types;
  }

  @Override
  public void run(Invocation invocation) {
    double rate = Operands.real(invocation.input(0));
    double number = Operands.real(invocation.input(1));
    for (int tensor = 0; tensor < tensors; tensor++) {
      Tensor[] sources = new Tensor[2 + states];
      Tensor[] results = new Tensor[1 + states];
      for (int place = 0; place < sources.length; place++) {
        sources[place] = invocation.input(FIXED_INPUTS + place * tensors + tensor);
        if (!sources[place].shape().equals(sources[0].shape())) {
          throw new TensorException(sources[place] + " does not fit " + sources[0]);
        }
      }
      for (int place = 0; place < results.length; place++) {
        results[place] =
            invocation.output(place * tensors + tensor, sources[0].type(), sources[0].shape());
      }
      double[] values = new double[sources.length];
      for (int index = 0; index < sources[0].elementCount(); index++) {
        for (int place = 0; place < values.length; place++) {
          values[place] = sources[place].getDouble(index);
        }
        rule.step(rate, number, values);
        results[0].setDouble(index, values[0]);
        for (int state = 0; state < states; state++) {
          results[1 + state].setDouble(index, values[2 + state]);
        }
      }
    }
  }
}
