package edgex.onnx.model;

import edgex.onnx.wire.ByteRun;
import edgex.onnx.wire.LittleEndian;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import edgex.tensor.kernel.FloatKernels;
import java.io.IOException;

/** The elements of a tensor as the file keeps them: least significant byte first. */
final class RawElements implements Tensor.Elements {
  private static final int CHUNK_BYTES = 64 << 10;

  private final ElementType type;
  private final ByteRun raw;

  /** The elements in {@code raw}, as many as fill it. */
  RawElements(ElementType type, ByteRun raw) {
    this.type = type;
    this.raw = raw;
  }

  @Override
  public Object load() {
    int size = type.sizeBytes();
    Object elements = Tensor.arrayOf(type, raw.length() / size);
    try {
      if (elements instanceof byte[] bytes) {
        raw.read(0, bytes, 0, raw.length());
        if (type == ElementType.BOOL) {
          normalize(bytes);
        }
        return elements;
      }
      byte[] chunk = new byte[Math.min(CHUNK_BYTES, raw.length())];
      for (int from = 0; from < raw.length(); from += chunk.length) {
        int count = Math.min(chunk.length, raw.length() - from);
        raw.read(from, chunk, 0, count);
        decode(chunk, count / size, elements, from / size);
      }
      return elements;
    } catch (IOException failure) {
      throw new TensorException("the file cannot be read: " + failure.getMessage());
    }
  }

  /** Truth values are 0 or 1 here, whatever the file has for "true". */
  private static void normalize(byte[] truths) {
    for (int index = 0; index < truths.length; index++) {
      truths[index] = (byte) (truths[index] == 0 ? 0 : 1);
    }
  }

  private static void decode(byte[] bytes, int count, Object elements, int to) {
    if (elements instanceof float[] floats) {
      FloatKernels.decode(bytes, 0, floats, to, count);
      return;
    }
    for (int index = 0; index < count; index++) {
      if (elements instanceof double[] doubles) {
        long bits = LittleEndian.int64(bytes, index * Double.BYTES);
        doubles[to + index] = Double.longBitsToDouble(bits);
      } else if (elements instanceof long[] longs) {
        longs[to + index] = LittleEndian.int64(bytes, index * Long.BYTES);
      } else if (elements instanceof int[] ints) {
        ints[to + index] = LittleEndian.int32(bytes, index * Integer.BYTES);
      } else if (elements instanceof short[] shorts) {
        shorts[to + index] = LittleEndian.int16(bytes, index * Short.BYTES);
      }
    }
  }
}
