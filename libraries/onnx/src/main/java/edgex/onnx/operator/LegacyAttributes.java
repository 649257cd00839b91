package edgex.onnx.operator;

import edgex.onnx.ModelFormatException;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import java.util.Arrays;

/** Attributes of operator sets before 7, which later sets dropped. */
public final class LegacyAttributes {
  private LegacyAttributes() {}

  /** Reads {@code consumed_inputs} (opset below 6), a hint about memory without a meaning here. */
  public static void ignoreConsumedInputs(NodeContext context) throws ModelFormatException {
    if (context.opset() < 6) {
      context.wholes("consumed_inputs");
    }
  }

  /**
   * The old rule of broadcasting: only if attribute {@code broadcast} is set, and the second
   * operand's axes lie from attribute {@code axis} on, or at the end.
   */
  public static final class Broadcasting {
    private static final long AT_END = Long.MIN_VALUE;

    private final boolean legacy;
    private final boolean enabled;
    private final long axis;

    public Broadcasting(NodeContext context) throws ModelFormatException {
      this.legacy = context.opset() < 7;
      this.enabled = legacy && context.flag("broadcast");
      this.axis = legacy ? context.whole("axis", AT_END) : AT_END;
    }

    /** The shape that makes the second operand broadcast as it would under the present rule. */
    public Shape aligned(Shape left, Shape right) {
      if (!legacy || left.equals(right)) {
        return right;
      }
      if (!enabled) {
        throw new TensorException(
            "shapes " + left + " and " + right + " differ and attribute broadcast is not set");
      }
      if (axis == AT_END) {
        return right;
      }
      int begin = left.axis(axis);
      if (begin + right.rank() > left.rank()) {
        throw new TensorException("shape " + right + " does not fit " + left + " at axis " + axis);
      }
      int[] dimensions = Arrays.copyOf(right.toArray(), left.rank() - begin);
      Arrays.fill(dimensions, right.rank(), dimensions.length, 1);
      return Shape.of(dimensions);
    }
  }
}
