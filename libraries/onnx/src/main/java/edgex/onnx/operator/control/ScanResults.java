package edgex.onnx.operator.control;

import edgex.onnx.operator.Invocation;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.StridedCopy;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.ArrayList;
import java.util.List;

/** The tensors, equal in shape, that a body made in its iterations, to be stacked to one. */
final class ScanResults {
  private final ElementType type;
  private final List<Tensor> slices = new ArrayList<>();

  ScanResults(ElementType type) {
    this.type = type;
  }

  void add(Invocation invocation, Tensor slice) {
    if (!slices.isEmpty() && !slices.get(0).shape().equals(slice.shape())) {
      throw new TensorException(
          "an iteration made " + slice + " after another made " + slices.get(0));
    }
    invocation.hold(slice);
    slices.add(slice);
  }

  /** Makes output {@code index} of all slices along a new first axis. */
  void stack(Invocation invocation, int index) {
    stack(invocation, index, 0, Order.FORWARD);
  }

  /** In which order slices are stacked. */
  enum Order {
    FORWARD,
    BACKWARD
  }

  /** Makes output {@code index} of all slices along a new axis. */
  void stack(Invocation invocation, int index, long newAxis, Order order) {
    int axis = axis(newAxis);
    fill(invocation.output(index, type, shape(axis)), axis, order);
  }

  /** All slices along a new first axis, as a tensor for a while. */
  Tensor stacked(Invocation invocation) {
    Tensor result = invocation.temporary(type, shape(0));
    fill(result, 0, Order.FORWARD);
    return result;
  }

  private int axis(long newAxis) {
    return slices.isEmpty() ? 0 : Shape.axis(newAxis, slices.get(0).shape().rank() + 1);
  }

  private Shape shape(int axis) {
    // Without an iteration nobody knows the shape of a slice.
    return slices.isEmpty() ? Shape.of(0) : slices.get(0).shape().inserted(axis, slices.size());
  }

  private void fill(Tensor result, int axis, Order order) {
    if (slices.isEmpty()) {
      return;
    }
    Shape slice = slices.get(0).shape();
    int inner = slice.product(axis, slice.rank());
    int outer = slice.product(0, axis);
    for (int place = 0; place < slices.size(); place++) {
      Tensor source = slices.get(order == Order.FORWARD ? place : slices.size() - 1 - place);
      for (int block = 0; block < outer; block++) {
        result.copy((block * slices.size() + place) * inner, source, block * inner, inner);
      }
    }
  }

  /** Slice {@code index} of a tensor along {@code axis}, which goes away. */
  static Tensor slice(Tensor input, int axis, int index) {
    int[] strides = input.shape().strides();
    int[] kept = new int[strides.length - 1];
    for (int place = 0; place < kept.length; place++) {
      kept[place] = strides[place < axis ? place : place + 1];
    }
    Tensor slice = Tensor.allocate(input.type(), input.shape().without(axis));
    StridedCopy.run(input, index * strides[axis], kept, slice);
    return slice;
  }
}
