package edgex.onnx.operator.learning;

import edgex.onnx.operator.OperatorTable;

/** The operators of classic machine learning that are supported. */
public final class LearningOperators {
  private static final String DOMAIN = "ai.onnx.ml";
  private static final long NEWEST_OPSET = 5;

  private LearningOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.addDomain(DOMAIN, NEWEST_OPSET);
    table.add(DOMAIN + ":ArrayFeatureExtractor", 1, 2, 2, FeatureOperator::new);
    table.add(DOMAIN + ":Binarizer", 1, 1, 1, BinarizerOperator::new);
    table.add(DOMAIN + ":TreeEnsemble", 5, 1, 1, TreeEnsembleOperator::new);
    table.add("TfIdfVectorizer", 9, 1, 1, GramCountOperator::new);
  }
}
