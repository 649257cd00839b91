package edgex.picture;

import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;

/**
 * Pictures as the tensors that models take: shape [1, channels, height, width], values 0 to 255.
 */
public final class PictureTensors {
  private PictureTensors() {}

  /** The brightness of the picture, scaled to the given size. */
  public static FloatTensor grey(Picture picture, int height, int width) {
    float[] plane = new float[picture.width() * picture.height()];
    for (int row = 0; row < picture.height(); row++) {
      for (int column = 0; column < picture.width(); column++) {
        plane[row * picture.width() + column] = picture.brightness(column, row);
      }
    }
    float[] values = PictureScaler.scale(plane, picture.width(), picture.height(), width, height);
    return FloatTensor.of(Shape.of(1, 1, height, width), values);
  }

  /** Red, green and blue of the picture, scaled to the given size; grey counts as all three. */
  public static FloatTensor colour(Picture picture, int height, int width) {
    float[] values = new float[Picture.COLOUR * height * width];
    float[] plane = new float[picture.width() * picture.height()];
    for (int channel = 0; channel < Picture.COLOUR; channel++) {
      int source = Math.min(channel, picture.channels() - 1);
      for (int row = 0; row < picture.height(); row++) {
        for (int column = 0; column < picture.width(); column++) {
          plane[row * picture.width() + column] = picture.sample(column, row, source);
        }
      }
      float[] scaled = PictureScaler.scale(plane, picture.width(), picture.height(), width, height);
      System.arraycopy(scaled, 0, values, channel * height * width, height * width);
    }
    return FloatTensor.of(Shape.of(1, Picture.COLOUR, height, width), values);
  }
}
