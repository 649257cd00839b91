package edgex.onnx.model;

import edgex.onnx.wire.WireWriter;
import edgex.tensor.ByteTensor;
import edgex.tensor.DoubleTensor;
import edgex.tensor.FloatTensor;
import edgex.tensor.IntTensor;
import edgex.tensor.LongTensor;
import edgex.tensor.ShortTensor;
import edgex.tensor.Tensor;

/** Writes tensors (TensorProto) with their elements as raw little-endian bytes. */
final class TensorWriter {
  private TensorWriter() {}

  static WireWriter message(String name, Tensor original) {
    Tensor tensor = original.resident();
    WireWriter message = new WireWriter();
    for (int axis = 0; axis < tensor.shape().rank(); axis++) {
      message.integer(1, tensor.shape().dimension(axis));
    }
    message.integer(2, ElementTypes.number(tensor.type()));
    if (!name.isEmpty()) {
      message.text(8, name);
    }
    int elementBytes = tensor.type().sizeBytes();
    byte[] raw = new byte[tensor.elementCount() * elementBytes];
    for (int index = 0; index < tensor.elementCount(); index++) {
      long bits = bits(tensor, index);
      for (int place = 0; place < elementBytes; place++) {
        raw[index * elementBytes + place] = (byte) (bits >> (8 * place));
      }
    }
    message.bytes(9, raw);
    return message;
  }

  /** The bits of an element as they lie in the tensor's array. */
  private static long bits(Tensor tensor, int index) {
    int place = tensor.offset() + index;
    if (tensor instanceof FloatTensor floats) {
      return Float.floatToRawIntBits(floats.values()[place]);
    }
    if (tensor instanceof DoubleTensor doubles) {
      return Double.doubleToRawLongBits(doubles.values()[place]);
    }
    if (tensor instanceof LongTensor longs) {
      return longs.values()[place];
    }
    if (tensor instanceof IntTensor ints) {
      return ints.values()[place];
    }
    if (tensor instanceof ShortTensor shorts) {
      return shorts.values()[place];
    }
    return ((ByteTensor) tensor).values()[place];
  }
}
