package edgex.apps.infer;

import edgex.onnx.ModelFormatException;
import edgex.onnx.session.Session;
import edgex.picture.Picture;
import edgex.picture.PictureFormatException;
import edgex.picture.PictureReader;
import edgex.sound.Sound;
import edgex.sound.SoundFormatException;
import edgex.sound.WaveReader;
import java.io.IOException;

/** Files decoded; a failure names the file. */
final class Inputs {
  /** Most bytes of values in a run. */
  private static final long MEMORY_LIMIT_BYTES = 64L << 20;

  private Inputs() {}

  static byte[] bytes(String path) throws TaskException {
    try {
      return Files.read(path);
    } catch (IOException failure) {
      throw new TaskException(path, failure);
    }
  }

  static Session session(String path) throws TaskException {
    try {
      return Session.load(bytes(path), MEMORY_LIMIT_BYTES);
    } catch (ModelFormatException failure) {
      throw new TaskException(path, failure);
    }
  }

  static Picture picture(String path) throws TaskException {
    try {
      return PictureReader.read(bytes(path));
    } catch (PictureFormatException failure) {
      throw new TaskException(path, failure);
    }
  }

  /** The sound in the file at the given rate. */
  static Sound sound(String path, int rateHertz) throws TaskException {
    try {
      return WaveReader.read(bytes(path)).at(rateHertz);
    } catch (SoundFormatException failure) {
      throw new TaskException(path, failure);
    }
  }
}
