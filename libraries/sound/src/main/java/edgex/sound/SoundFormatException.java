package edgex.sound;

/** A sound file that cannot be decoded; the message says why. */
public final class SoundFormatException extends Exception {
  /** Creates the exception with a message meant for the person who supplied the file. */
  public SoundFormatException(String message) {
    super(message);
  }
}
