package edgex.onnx.operator.reduction;

import edgex.tensor.kernel.FloatKernels;

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

  /** Its number in {@link FloatKernels#reduce}, or -1 if that cannot do it. */
  int kernelCode() {
    return switch (this) {
      case SUM -> 0;
      case MEAN -> 1;
      case MAXIMUM -> 2;
      default -> -1;
    };
  }
}
