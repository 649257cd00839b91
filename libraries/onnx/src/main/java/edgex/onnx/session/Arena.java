package edgex.onnx.session;

import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.Arrays;

/**
 * The memory of planned values. Java's arrays are typed, so there is one part for each type of
 * array, nearly all of it floats.
 */
final class Arena {
  /** Element types that stand for the types of arrays, in the order of the parts. */
  private static final ElementType[] PARTS = {
    ElementType.FLOAT32,
    ElementType.FLOAT64,
    ElementType.INT64,
    ElementType.INT32,
    ElementType.INT16,
    ElementType.INT8
  };

  static final int PART_COUNT = PARTS.length;

  private static final float[] ZEROS = new float[4096];

  private final Object[] arrays = new Object[PART_COUNT];
  private final int[] lengths = new int[PART_COUNT];

  /** The part in which values of a type lie. */
  static int part(ElementType type) {
    return switch (type) {
      case FLOAT32 -> 0;
      case FLOAT64 -> 1;
      case INT64, UINT64 -> 2;
      case INT32, UINT32 -> 3;
      case INT16, UINT16, FLOAT16 -> 4;
      case INT8, UINT8, BOOL -> 5;
    };
  }

  /** Bytes of one element of a part. */
  static int elementBytes(int part) {
    return PARTS[part].sizeBytes();
  }

  /** Makes room for a plan; what lies in the arena is not defined. */
  void fit(MemoryPlan plan) {
    for (int part = 0; part < PART_COUNT; part++) {
      if (lengths[part] < plan.elements(part)) {
        lengths[part] = plan.elements(part);
        arrays[part] = Tensor.arrayOf(PARTS[part], lengths[part]);
      }
    }
  }

  /** The value that a plan places there. */
  Tensor at(ElementType type, Shape shape, int offset) {
    return Tensor.over(type, shape, arrays[part(type)], offset);
  }

  /** Whether a tensor's elements lie here. */
  boolean holds(Tensor tensor) {
    return !tensor.isDeferred() && tensor.storage() == arrays[part(tensor.type())];
  }

  /** Sets the elements of a value to 0: floats by copies, in a compiled program the fastest. */
  static void clear(Tensor value) {
    int from = value.offset();
    int to = from + value.elementCount();
    Object array = value.storage();
    if (array instanceof float[]) {
      for (int index = from; index < to; index += ZEROS.length) {
        System.arraycopy(ZEROS, 0, array, index, Math.min(ZEROS.length, to - index));
      }
    } else if (array instanceof double[] doubles) {
      Arrays.fill(doubles, from, to, 0);
    } else if (array instanceof long[] longs) {
      Arrays.fill(longs, from, to, 0);
    } else if (array instanceof int[] ints) {
      Arrays.fill(ints, from, to, 0);
    } else if (array instanceof short[] shorts) {
      Arrays.fill(shorts, from, to, (short) 0);
    } else if (array instanceof byte[] bytes) {
      Arrays.fill(bytes, from, to, (byte) 0);
    }
  }
}
