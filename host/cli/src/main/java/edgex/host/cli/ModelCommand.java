package edgex.host.cli;

import edgex.host.model.Comparison;
import edgex.host.model.Contents;
import edgex.host.model.Quantizer;
import edgex.host.model.SamplePictures;
import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Model;
import edgex.onnx.model.ModelReader;
import edgex.onnx.model.ModelWriter;
import edgex.picture.PictureFormatException;
import edgex.training.DatasetFormatException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./edgex model}: looks at models and makes them smaller, without a device. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = "Look at an ONNX model, or put it into 8 bits.")
final class ModelCommand {
  @Spec CommandSpec spec;

  @Command(
      name = "inspect",
      mixinStandardHelpOptions = true,
      description = "Show inputs, outputs, operators and constants.")
  int inspect(@Parameters(paramLabel = "MODEL", description = "An ONNX file.") Path file)
      throws UserException {
    try {
      PrintWriter printer = spec.commandLine().getOut();
      Contents.of(read(file)).forEach(printer::println);
      return 0;
    } catch (IOException | ModelFormatException failure) {
      throw new UserException(explain(file, failure));
    }
  }

  @Command(
      name = "quantize",
      mixinStandardHelpOptions = true,
      description = {
        "Put the weights and the products of a picture classifier into 8 bits (ONNX's QDQ form).",
        "Half of the samples decide the ranges of values, the others compare both models."
      })
  int quantize(
      @Parameters(paramLabel = "MODEL", description = "An ONNX file.") Path file,
      @Parameters(paramLabel = "OUTPUT", description = "The file to write.") Path output,
      @Option(
              names = "--samples",
              required = true,
              paramLabel = "PATH",
              description = "A folder of pictures, or a data set in the format IDX.")
          Path samples,
      @Option(names = "--labels", paramLabel = "FILE", description = "The data set's labels.")
          Path labels,
      @Option(
              names = "--count",
              paramLabel = "NUMBER",
              defaultValue = "200",
              description = "At most so many samples (default: ${DEFAULT-VALUE}).")
          int count)
      throws UserException {
    if (count < 1) {
      throw new UserException("--count is a number from 1 on", ExitStatus.USAGE);
    }
    if (!Files.isDirectory(samples) && labels == null) {
      throw new UserException(
          "--samples is no folder: a data set needs --labels", ExitStatus.USAGE);
    }
    try {
      Model model = read(file);
      SamplePictures pictures = samples(model, samples, labels, count);
      int half = (pictures.inputs().size() + 1) / 2;
      if (half < 1) {
        throw new UserException(samples + ": there are no samples");
      }
      Model quantized = Quantizer.quantize(model, pictures.range(0, half).inputs());
      byte[] content = ModelWriter.write(quantized);
      Files.write(output, content);
      PrintWriter printer = spec.commandLine().getOut();
      printer.println("bytes\t" + Files.size(file) + "\t" + content.length);
      print(Comparison.of(model, quantized, pictures.range(half, pictures.inputs().size())));
      return 0;
    } catch (IOException
        | ModelFormatException
        | InferenceException
        | PictureFormatException
        | DatasetFormatException failure) {
      boolean isSamples =
          failure instanceof PictureFormatException || failure instanceof DatasetFormatException;
      throw new UserException(explain(isSamples ? samples : file, failure));
    }
  }

  private static SamplePictures samples(Model model, Path samples, Path labels, int count)
      throws IOException, ModelFormatException, PictureFormatException, DatasetFormatException {
    if (Files.isDirectory(samples)) {
      return SamplePictures.ofFolder(model, samples, count);
    }
    return SamplePictures.ofDataSet(model, samples, labels, count);
  }

  private void print(Comparison comparison) {
    PrintWriter printer = spec.commandLine().getOut();
    printer.println("samples compared\t" + comparison.samples());
    printer.println("same class\t" + comparison.equal());
    if (comparison.firstRight() >= 0) {
      printer.println("right before\t" + comparison.firstRight());
      printer.println("right after\t" + comparison.secondRight());
    }
  }

  private static Model read(Path file) throws IOException, ModelFormatException {
    return ModelReader.read(Files.readAllBytes(file));
  }

  private static String explain(Path file, Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file";
    }
    return file + ": " + failure.getMessage();
  }
}
