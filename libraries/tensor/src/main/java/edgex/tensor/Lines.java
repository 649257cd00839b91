package edgex.tensor;

/** The walk through a tensor line by line along one axis. */
public final class Lines {
  private Lines() {}

  /** Receives one line: elements {@code start}, {@code start + stride} and so on. */
  public interface Line {
    /** Works on the {@code count} elements of a line. */
    void run(int start, int stride, int count);
  }

  /** Visits every line along {@code axis}, in the order of their first elements. */
  public static void forEach(Shape shape, int axis, Line line) {
    int count = shape.dimension(axis);
    int stride = shape.product(axis + 1, shape.rank());
    int outer = shape.product(0, axis);
    for (int block = 0; block < outer; block++) {
      for (int inner = 0; inner < stride; inner++) {
        line.run(block * count * stride + inner, stride, count);
      }
    }
  }
}
