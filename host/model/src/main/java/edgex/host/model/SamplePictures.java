package edgex.host.model;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Model;
import edgex.onnx.operator.StandardOperators;
import edgex.onnx.session.Session;
import edgex.picture.Picture;
import edgex.picture.PictureFormatException;
import edgex.picture.PictureInput;
import edgex.picture.PictureReader;
import edgex.tensor.FloatTensor;
import edgex.tensor.Tensor;
import edgex.training.DatasetFormatException;
import edgex.training.LabelledPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Pictures as inputs of a model, values 0 to 255 as {@code infer classify} gives them, and what
 * they show where that is known.
 *
 * @param inputs for each picture the model's inputs by name
 * @param labels for each picture its class; empty if nobody knows
 */
public record SamplePictures(List<Map<String, Tensor>> inputs, List<Integer> labels) {
  private static final long MEMORY_LIMIT_BYTES = 4L << 30;

  /** The picture files in a folder, in the order of their names, at most {@code most}. */
  public static SamplePictures ofFolder(Model model, Path folder, int most)
      throws IOException, ModelFormatException, PictureFormatException {
    PictureInput input = input(model);
    List<Path> files;
    try (Stream<Path> paths = Files.list(folder)) {
      files = paths.filter(Files::isRegularFile).sorted().limit(most).toList();
    }
    List<Map<String, Tensor>> inputs = new ArrayList<>();
    for (Path file : files) {
      try {
        Picture picture = PictureReader.read(Files.readAllBytes(file));
        inputs.add(Map.of(input.name(), input.tensor(picture)));
      } catch (PictureFormatException refused) {
        throw new PictureFormatException(file.getFileName() + ": " + refused.getMessage());
      }
    }
    return new SamplePictures(inputs, List.of());
  }

  /** The pictures of a data set in the format IDX, evenly chosen, at most {@code most}. */
  public static SamplePictures ofDataSet(Model model, Path pictures, Path labels, int most)
      throws IOException, ModelFormatException, DatasetFormatException {
    PictureInput input = input(model);
    LabelledPictures data =
        LabelledPictures.read(Files.readAllBytes(pictures), Files.readAllBytes(labels));
    int height = data.pictureShape().dimension(1);
    int width = data.pictureShape().dimension(2);
    int count = Math.min(most, data.count());
    List<Map<String, Tensor>> inputs = new ArrayList<>();
    List<Integer> classes = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      int place = (int) ((long) index * data.count() / count);
      FloatTensor pixels = FloatTensor.of(data.pictureShape(), new float[height * width]);
      data.copy(place, pixels, 0);
      byte[] samples = new byte[height * width];
      for (int pixel = 0; pixel < samples.length; pixel++) {
        samples[pixel] = (byte) pixels.values()[pixel];
      }
      Picture picture = new Picture(width, height, Picture.GREY, samples);
      inputs.add(Map.of(input.name(), input.tensor(picture)));
      classes.add(data.label(place));
    }
    return new SamplePictures(inputs, classes);
  }

  private static PictureInput input(Model model) throws ModelFormatException {
    return PictureInput.of(Session.prepare(model, StandardOperators.table(), MEMORY_LIMIT_BYTES));
  }

  /** The pictures from {@code from} up to, not including, {@code to}. */
  public SamplePictures range(int from, int to) {
    return new SamplePictures(
        inputs.subList(from, to), labels.isEmpty() ? labels : labels.subList(from, to));
  }
}
