package edgex.onnx.operator.reduction;

/** What a reduction computes from its terms. */
enum ReductionKind {
  SUM,
  MEAN,
  PRODUCT,
  MAXIMUM,
  MINIMUM,
  ABSOLUTE_SUM,
  EUCLIDEAN,
  SQUARE_SUM,
  LOGARITHM_OF_SUM,
  LOGARITHM_OF_EXPONENTIALS;

  /** Whether only the order of the terms matters, so that truth values can be reduced too. */
  boolean isOfOrder() {
    return this == MAXIMUM || this == MINIMUM;
  }
}
