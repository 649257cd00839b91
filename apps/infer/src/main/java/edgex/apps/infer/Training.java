package edgex.apps.infer;

import edgex.onnx.ModelFormatException;
import edgex.tensor.Shape;
import edgex.tensor.UpdateRule;
import edgex.training.CheckpointStore;
import edgex.training.DatasetFormatException;
import edgex.training.LabelledPictures;
import edgex.training.Network;
import edgex.training.NetworkExport;
import edgex.training.Networks;
import edgex.training.Trainer;
import edgex.training.TrainingPlan;
import java.io.IOException;
import java.io.PrintStream;

/**
 * The command {@code train}: makes a model of labelled pictures. A line {@code EPOCH LOSS ACCURACY}
 * follows every epoch, the accuracy of the pictures that were held back; then the model is written.
 */
final class Training {
  private static final int DEFAULT_EPOCHS = 10;
  private static final int MOST_EPOCHS = 10_000;

  /** One of so many pictures is held back. */
  private static final int HELD_BACK = 7;

  private static final int BATCH = 32;
  private static final long SEED = 1;
  private static final int HIDDEN = 64;
  private static final int FILTERS = 8;

  /** Smaller pictures have nothing left after two convolutions and pools. */
  private static final int SMALLEST_SIDE = 16;

  private Training() {}

  /** Runs the command. */
  static void train(Arguments arguments, PrintStream out) throws TaskException, UsageException {
    int epochs = arguments.number("--epochs", DEFAULT_EPOCHS, 1, MOST_EPOCHS);
    String kind = arguments.option("--network");
    boolean convolutional = "convolutional".equals(kind);
    if (kind != null && !convolutional && !kind.equals("perceptron")) {
      throw new UsageException("there is no network '" + kind + "'");
    }
    LabelledPictures data = data(arguments);
    int kept = data.count() - (data.count() + HELD_BACK - 1) / HELD_BACK;
    Network network = network(data, convolutional);
    TrainingPlan plan =
        convolutional
            ? new TrainingPlan(UpdateRule.momentum(0.9, 1, 0), 0.02, BATCH, SEED)
            : new TrainingPlan(UpdateRule.descent(), 0.1, BATCH, SEED);
    Trainer trainer = new Trainer(network, data.range(0, kept), plan);
    LabelledPictures unseen = data.range(kept, data.count());
    run(trainer, network, unseen, epochs, arguments.option("--checkpoint"), out);
    String model = arguments.get(2);
    try {
      Files.write(model, NetworkExport.write(network));
    } catch (IOException | ModelFormatException failure) {
      throw new TaskException(model, failure);
    }
  }

  private static LabelledPictures data(Arguments arguments) throws TaskException {
    byte[] pictures = Inputs.bytes(arguments.get(0));
    byte[] labels = Inputs.bytes(arguments.get(1));
    try {
      LabelledPictures data = LabelledPictures.read(pictures, labels);
      if (data.count() < 2) {
        throw new DatasetFormatException("one picture is not enough");
      }
      return data;
    } catch (DatasetFormatException failure) {
      throw new TaskException(arguments.get(0), failure);
    }
  }

  private static Network network(LabelledPictures data, boolean convolutional)
      throws UsageException {
    Shape shape = data.pictureShape();
    if (!convolutional) {
      return Networks.perceptron(shape, HIDDEN, data.classes(), SEED);
    }
    if (Math.min(shape.dimension(1), shape.dimension(2)) < SMALLEST_SIDE) {
      throw new UsageException("a convolutional network needs pictures of 16 x 16 or more");
    }
    return Networks.convolutional(shape, FILTERS, data.classes(), SEED);
  }

  private static void run(
      Trainer trainer,
      Network network,
      LabelledPictures unseen,
      int epochs,
      String checkpoint,
      PrintStream out)
      throws TaskException {
    try {
      CheckpointStore store =
          checkpoint == null ? null : CheckpointStore.open(new FileSlots(checkpoint), trainer);
      while (trainer.epoch() < epochs) {
        if (!trainer.step()) {
          continue;
        }
        double accuracy = Trainer.accuracy(network, unseen);
        String loss = Decimals.text(trainer.meanLoss());
        out.print(trainer.epoch() + "\t" + loss + "\t" + Decimals.text(accuracy) + "\n");
        out.flush();
        if (store != null) {
          store.save();
        }
      }
    } catch (IOException failure) {
      throw new TaskException(checkpoint, failure);
    }
  }

  /** Checkpoints in the files PATH.0 and PATH.1. */
  private static final class FileSlots implements CheckpointStore.Slots {
    private final String path;

    FileSlots(String path) {
      this.path = path;
    }

    @Override
    public byte[] read(int slot) throws IOException {
      return Files.exists(path + "." + slot) ? Files.read(path + "." + slot) : null;
    }

    @Override
    public void write(int slot, byte[] content) throws IOException {
      Files.write(path + "." + slot, content);
    }
  }
}
