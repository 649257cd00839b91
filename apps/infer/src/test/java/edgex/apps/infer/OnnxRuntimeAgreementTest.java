package edgex.apps.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.session.Session;
import edgex.picture.PictureFormatException;
import edgex.picture.PictureReader;
import edgex.picture.PictureTensors;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ONNX Runtime as the oracle: logits to a relative 1e-4, probabilities to 1e-5. */
class OnnxRuntimeAgreementTest {
  private static final double LOGIT_TOLERANCE = 1e-4;
  private static final double PROBABILITY_TOLERANCE = 1e-5;

  /**
   * Among thousands of logits some are small differences of large sums: there the order of the
   * terms shows, by a few units in the last place of those sums.
   */
  private static final double CANCELLATION = 1e-6;

  private static final int SIDE = 28;
  private static final int DIGITS = 500;
  private static final int IDX_HEADER_BYTES = 16;

  private static OrtSession oracle;
  private static Session session;

  @BeforeAll
  static void load() throws IOException, OrtException, ModelFormatException {
    byte[] model = Files.readAllBytes(Samples.MODEL);
    oracle = OrtEnvironment.getEnvironment().createSession(model);
    session = Session.load(model, 16L << 20);
  }

  @AfterAll
  static void close() throws OrtException {
    oracle.close();
  }

  private static float[] expectedLogits(FloatTensor input) throws OrtException {
    long[] shape = {1, 1, SIDE, SIDE};
    FloatBuffer values = FloatBuffer.wrap(input.values(), input.offset(), input.elementCount());
    String name = oracle.getInputNames().iterator().next();
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape);
        OrtSession.Result result = oracle.run(Map.of(name, tensor))) {
      return ((float[][]) result.get(0).getValue())[0];
    }
  }

  private static float[] actualLogits(FloatTensor input) throws InferenceException {
    String inputName = session.inputs().get(0).name();
    String outputName = session.outputs().get(0).name();
    FloatTensor output = (FloatTensor) session.run(Map.of(inputName, input)).get(outputName);
    assertEquals(Shape.of(1, 10), output.shape());
    return Arrays.copyOfRange(output.values(), output.offset(), output.offset() + 10);
  }

  /** Checks every logit, allowing {@code rounding} of the picture's largest one besides. */
  private static void assertLogitsAgree(FloatTensor input, double rounding, String what)
      throws OrtException, InferenceException {
    float[] expected = expectedLogits(input);
    float[] actual = actualLogits(input);
    double largest = 0;
    for (float logit : expected) {
      largest = Math.max(largest, Math.abs(logit));
    }
    for (int index = 0; index < expected.length; index++) {
      double tolerance = LOGIT_TOLERANCE * Math.abs(expected[index]) + rounding * largest;
      assertEquals(expected[index], actual[index], tolerance, what + ", class " + index);
    }
  }

  @Test
  void logitsAgreeOnEverySample()
      throws IOException, OrtException, InferenceException, PictureFormatException {
    for (Path picture : Samples.pictures()) {
      FloatTensor input =
          PictureTensors.grey(PictureReader.read(Files.readAllBytes(picture)), SIDE, SIDE);
      assertLogitsAgree(input, 0, picture.toString());
    }
  }

  @Test
  void logitsAgreeOnHandwrittenDigits() throws IOException, OrtException, InferenceException {
    Path file = Samples.shared("datasets/mnist10k-dev-images-idx3-ubyte");
    assumeTrue(file != null);
    byte[] images = Files.readAllBytes(file);
    int count = ByteBuffer.wrap(images).getInt(4);
    int step = Math.max(1, count / DIGITS);
    for (int digit = 0; digit < count; digit += step) {
      float[] values = new float[SIDE * SIDE];
      for (int pixel = 0; pixel < values.length; pixel++) {
        values[pixel] = images[IDX_HEADER_BYTES + digit * values.length + pixel] & 0xFF;
      }
      FloatTensor input = FloatTensor.of(Shape.of(1, 1, SIDE, SIDE), values);
      assertLogitsAgree(input, CANCELLATION, "digit " + digit);
    }
  }

  @Test
  void printedProbabilitiesAgreeOnEverySample()
      throws IOException, OrtException, PictureFormatException {
    for (Path picture : Samples.pictures()) {
      byte[] file = Files.readAllBytes(picture);
      double[] expected =
          softmax(expectedLogits(PictureTensors.grey(PictureReader.read(file), SIDE, SIDE)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      String[] arguments = {"classify", Samples.MODEL.toString(), picture.toString()};
      PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
      assertEquals(Infer.SUCCESS, Infer.run(arguments, print, System.err));
      for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
        String[] fields = line.split("\t", -1);
        double printed = Double.parseDouble(fields[1]);
        double wanted = expected[Integer.parseInt(fields[0])];
        assertTrue(Math.abs(printed - wanted) <= PROBABILITY_TOLERANCE, picture + ": " + line);
      }
    }
  }

  private static double[] softmax(float[] logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    double[] probabilities = new double[logits.length];
    for (int index = 0; index < logits.length; index++) {
      probabilities[index] = Math.exp(logits[index] - largest);
      sum += probabilities[index];
    }
    for (int index = 0; index < logits.length; index++) {
      probabilities[index] /= sum;
    }
    return probabilities;
  }
}
