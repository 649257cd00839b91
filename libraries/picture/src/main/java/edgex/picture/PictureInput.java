package edgex.picture;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Dimension;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.session.Session;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import java.util.List;

/**
 * The one input of a model that takes pictures of a fixed size: 1 x channels x height x width, with
 * one channel (grey) or three (red, green, blue).
 *
 * @param name the input's name
 * @param channels 1 or 3
 * @param height in pixels
 * @param width in pixels
 */
public record PictureInput(String name, int channels, int height, int width) {

  /**
   * The input of a model, which must have no other.
   *
   * @throws ModelFormatException if the model takes something else
   */
  public static PictureInput of(Session session) throws ModelFormatException {
    if (session.inputs().size() != 1) {
      throw new ModelFormatException(
          "a model for pictures has one input, this one has " + session.inputs().size());
    }
    ValueInfo input = session.inputs().get(0);
    List<Dimension> dimensions = input.dimensions();
    boolean isPicture =
        input.type() == ElementType.FLOAT32
            && dimensions != null
            && dimensions.size() == 4
            && (!dimensions.get(0).isKnown() || dimensions.get(0).size() == 1)
            && (dimensions.get(1).size() == Picture.GREY
                || dimensions.get(1).size() == Picture.COLOUR)
            && dimensions.get(2).isKnown()
            && dimensions.get(3).isKnown();
    if (!isPicture) {
      throw new ModelFormatException(
          "input '"
              + input.name()
              + "' is "
              + input.typeText()
              + ", not a picture (float32 1x1xHEIGHTxWIDTH or 1x3xHEIGHTxWIDTH)");
    }
    int height = dimensions.get(2).size();
    int width = dimensions.get(3).size();
    if ((long) height * width > PictureReader.MAXIMUM_PIXELS) {
      throw new ModelFormatException("input '" + input.name() + "' is too large for a picture");
    }
    return new PictureInput(input.name(), dimensions.get(1).size(), height, width);
  }

  /** The picture scaled to the input's size, values 0 to 255. */
  public FloatTensor tensor(Picture picture) {
    return channels == Picture.GREY
        ? PictureTensors.grey(picture, height, width)
        : PictureTensors.colour(picture, height, width);
  }
}
