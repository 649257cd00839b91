package edgex.onnx.operator.image;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * RoiAlign: regions of pictures, each resized to one size by averaging, or taking the largest of,
 * samples inside every cell. Inputs: X [N, C, H, W], regions [R, 4], and the picture of each.
 */
final class RegionOperator implements Operator {
  private static final int CORNERS = 4;

  private final boolean largest;
  private final boolean halfPixel;
  private final int rows;
  private final int columns;
  private final int samples;
  private final double scale;

  RegionOperator(NodeContext context) throws ModelFormatException {
    this.largest = context.choice("mode", "avg", "max").equals("max");
    this.halfPixel =
        context.opset() >= 16
            && context
                .choice("coordinate_transformation_mode", "half_pixel", "output_half_pixel")
                .equals("half_pixel");
    this.rows = extent(context, "output_height", 1);
    this.columns = extent(context, "output_width", 1);
    this.samples = extent(context, "sampling_ratio", 0);
    this.scale = context.real("spatial_scale", 1f);
  }

  private static int extent(NodeContext context, String name, int least)
      throws ModelFormatException {
    long value = context.whole(name, least);
    context.require(value >= least && value <= 1 << 12, "attribute " + name + " is " + value);
    return (int) value;
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.floatingPoint(0);
    inputs.exactly(1, inputs.get(0));
    inputs.exactly(2, ElementType.INT64);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor regions = invocation.input(1);
    Tensor pictures = invocation.input(2);
    Shape shape = input.shape();
    int count = pictures.elementCount();
    if (shape.rank() != 4 || !regions.shape().equals(Shape.of(count, CORNERS))) {
      throw new TensorException(regions + " do not fit " + shape);
    }
    int channels = shape.dimension(1);
    Tensor result = invocation.output(0, input.type(), Shape.of(count, channels, rows, columns));
    int index = 0;
    for (int region = 0; region < count; region++) {
      int picture = Shape.axis(pictures.getLong(region), shape.dimension(0));
      Cells cells = new Cells(regions, region);
      for (int channel = 0; channel < channels; channel++) {
        int plane = (picture * channels + channel) * shape.product(2, 4);
        for (int cell = 0; cell < rows * columns; cell++) {
          double value = cells.value(input, plane, cell / columns, cell % columns);
          result.setDouble(index++, value);
        }
      }
    }
  }

  /** One region, divided into cells with samples in each. */
  private final class Cells {
    private final double top;
    private final double left;
    private final double height;
    private final double width;
    private final int down;
    private final int across;

    Cells(Tensor regions, int region) {
      double shift = halfPixel ? 0.5 : 0;
      this.left = regions.getDouble(region * CORNERS) * scale - shift;
      this.top = regions.getDouble(region * CORNERS + 1) * scale - shift;
      double regionWidth = regions.getDouble(region * CORNERS + 2) * scale - shift - left;
      double regionHeight = regions.getDouble(region * CORNERS + 3) * scale - shift - top;
      double least = halfPixel ? 0 : 1;
      this.width = Math.max(least, regionWidth) / columns;
      this.height = Math.max(least, regionHeight) / rows;
      this.down = samples > 0 ? samples : adaptive(height);
      this.across = samples > 0 ? samples : adaptive(width);
    }

    private int adaptive(double length) {
      if (!(length <= Shape.MAXIMUM_RANK << 12)) {
        throw new TensorException("a region is too large");
      }
      return Math.max(1, (int) Math.ceil(length));
    }

    double value(Tensor input, int plane, int row, int column) {
      double sum = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int sample = 0; sample < down * across; sample++) {
        int line = sample / across;
        double y = top + (row + (line + 0.5) / down) * height;
        double x = left + (column + (sample % across + 0.5) / across) * width;
        BorderSample place = new BorderSample(input, plane, y, x);
        sum += place.sum();
        most = Math.max(most, place.largestTerm());
      }
      return largest ? most : sum / (down * across);
    }
  }
}
