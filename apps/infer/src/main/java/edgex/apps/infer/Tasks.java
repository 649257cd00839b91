package edgex.apps.infer;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.session.Session;
import edgex.picture.Picture;
import edgex.picture.PictureDrawing;
import edgex.picture.PngWriter;
import edgex.sound.Sound;
import edgex.tokenizer.TokenizerFormatException;
import edgex.tokenizer.WordPieceTokenizer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the commands do: files in, a model run, lines out. */
final class Tasks {
  /** Boxes are drawn in a green that few pictures have. */
  private static final int BOX_COLOUR = 0x00E640;

  private Tasks() {}

  static void describe(Arguments arguments, PrintStream out) throws TaskException {
    Description.print(Inputs.session(arguments.get(0)), out);
  }

  /** What each node of a run does, and the memory of the run. */
  static void explain(Arguments arguments, PrintStream out) throws TaskException {
    List<String> words = new ArrayList<>();
    for (int index = 1; index < arguments.count(); index++) {
      words.add(arguments.get(index));
    }
    try {
      RunExplanation.print(Inputs.session(arguments.get(0)), words, out);
    } catch (InferenceException failure) {
      throw new TaskException(arguments.get(0), failure);
    }
  }

  /** {@code CLASS PROBABILITY}, the most probable first. */
  static void classify(Arguments arguments, PrintStream out) throws TaskException {
    Classifier classifier = Prepared.of(arguments.get(0), Classifier::new);
    Picture picture = Inputs.picture(arguments.get(1));
    try {
      classifier.print(picture, out);
    } catch (InferenceException failure) {
      throw new TaskException(arguments.get(1), failure);
    }
  }

  /** {@code SCORE LEFT TOP RIGHT BOTTOM} in pixels, the most certain first. */
  static void detect(Arguments arguments, PrintStream out) throws TaskException {
    FaceDetector detector = Prepared.of(arguments.get(0), FaceDetector::new);
    Picture picture = Inputs.picture(arguments.get(1));
    try {
      List<double[]> outlines = new ArrayList<>();
      StringBuilder lines = new StringBuilder();
      for (Detection box : detector.detect(picture)) {
        lines.append(Decimals.text(box.score()));
        lines.append(Decimals.wholes(box.edges())).append('\n');
        outlines.add(box.corners());
      }
      draw(picture, outlines, arguments.option("--draw"));
      out.print(lines);
    } catch (InferenceException failure) {
      throw new TaskException(arguments.get(1), failure);
    }
  }

  /** {@code MILLISECONDS PROBABILITY} for every frame. */
  static void voice(Arguments arguments, PrintStream out) throws TaskException {
    VoiceDetector detector = Prepared.of(arguments.get(0), VoiceDetector::new);
    Sound sound = Inputs.sound(arguments.get(1), VoiceDetector.RATE_HERTZ);
    try {
      int frames = sound.samples().length / VoiceDetector.FRAME_SAMPLES;
      for (int frame = 0; frame < frames; frame++) {
        int first = frame * VoiceDetector.FRAME_SAMPLES;
        double probability = detector.next(sound.samples(), first);
        long milliseconds = first * 1000L / VoiceDetector.RATE_HERTZ;
        out.print(milliseconds + "\t" + Decimals.text(probability) + "\n");
      }
    } catch (InferenceException failure) {
      throw new TaskException(arguments.get(1), failure);
    }
  }

  /** The direction of one text, a number a line, or how alike those of two are. */
  static void embed(Arguments arguments, PrintStream out) throws TaskException {
    Session session = Inputs.session(arguments.get(0));
    WordPieceTokenizer tokenizer;
    try {
      String json = new String(Inputs.bytes(arguments.get(1)), StandardCharsets.UTF_8);
      tokenizer = WordPieceTokenizer.read(json);
    } catch (TokenizerFormatException failure) {
      throw new TaskException(arguments.get(1), failure);
    }
    try {
      SentenceEmbedder embedder = new SentenceEmbedder(session, tokenizer);
      float[] first = embedder.embed(arguments.get(2));
      if (arguments.count() == 4) {
        float[] second = embedder.embed(arguments.get(3));
        out.print(Decimals.text(SentenceEmbedder.similarity(first, second)) + "\n");
        return;
      }
      for (float number : first) {
        out.print(Decimals.text(number) + "\n");
      }
    } catch (ModelFormatException | InferenceException failure) {
      throw new TaskException(arguments.get(0), failure);
    }
  }

  /** {@code SCORE}, the four corners in pixels and, with a model for it, {@code ANGLE SCORE}. */
  static void text(Arguments arguments, PrintStream out) throws TaskException {
    TextDetector detector = Prepared.of(arguments.get(0), TextDetector::new);
    String orientationModel = arguments.option("--orientation");
    TextOrientation orientation =
        orientationModel == null ? null : Prepared.of(orientationModel, TextOrientation::new);
    Picture picture = Inputs.picture(arguments.get(1));
    try {
      List<double[]> outlines = new ArrayList<>();
      StringBuilder lines = new StringBuilder();
      for (TextBox box : detector.detect(picture)) {
        lines.append(Decimals.text(box.score()));
        lines.append(Decimals.wholes(box.box().corners()));
        if (orientation != null) {
          double upsideDown = orientation.upsideDown(picture, box.box());
          boolean turned = upsideDown > 0.5;
          lines.append(turned ? "\t180\t" : "\t0\t");
          lines.append(Decimals.text(turned ? upsideDown : 1 - upsideDown));
        }
        lines.append('\n');
        outlines.add(box.box().corners());
      }
      draw(picture, outlines, arguments.option("--draw"));
      out.print(lines);
    } catch (InferenceException failure) {
      throw new TaskException(arguments.get(1), failure);
    }
  }

  /** {@code MILLISECONDS} and the features of the speech that begins there, for every window. */
  static void speechFeatures(Arguments arguments, PrintStream out) throws TaskException {
    Session spectrogram = Inputs.session(arguments.get(0));
    Session embedding = Inputs.session(arguments.get(1));
    Sound sound = Inputs.sound(arguments.get(2), SpeechFeatures.RATE_HERTZ);
    try {
      List<float[]> windows = new SpeechFeatures(spectrogram, embedding).of(sound.samples());
      for (int index = 0; index < windows.size(); index++) {
        StringBuilder line = new StringBuilder();
        line.append((long) index * SpeechFeatures.STEP_MILLISECONDS);
        for (float number : windows.get(index)) {
          line.append('\t').append(Decimals.text(number));
        }
        out.print(line.append('\n'));
      }
    } catch (ModelFormatException | InferenceException failure) {
      throw new TaskException(arguments.get(2), failure);
    }
  }

  /** Writes the picture with outlines drawn into it, if a path is given. */
  private static void draw(Picture picture, List<double[]> outlines, String path)
      throws TaskException {
    if (path == null) {
      return;
    }
    PictureDrawing drawing = new PictureDrawing(picture);
    for (double[] outline : outlines) {
      drawing.outline(outline, BOX_COLOUR);
    }
    try {
      Files.write(path, PngWriter.write(drawing.picture()));
    } catch (IOException failure) {
      throw new TaskException(path, failure);
    }
  }
}
