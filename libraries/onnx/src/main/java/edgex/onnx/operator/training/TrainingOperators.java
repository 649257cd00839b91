package edgex.onnx.operator.training;

import edgex.onnx.operator.OperatorTable;

/** The losses, and the optimizers of domain ai.onnx.preview.training. */
public final class TrainingOperators {
  private static final String DOMAIN = "ai.onnx.preview.training";

  private TrainingOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.addDomain(DOMAIN, 1);
    table.add("NegativeLogLikelihoodLoss", 12, 2, 3, LikelihoodLossOperator::plain);
    table.add("SoftmaxCrossEntropyLoss", 12, 2, 3, 2, LikelihoodLossOperator::withSoftmax);
    OptimizerOperator.addTo(table, DOMAIN);
  }
}
