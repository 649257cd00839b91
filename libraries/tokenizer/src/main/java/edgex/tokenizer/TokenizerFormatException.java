package edgex.tokenizer;

/** A tokenizer file that cannot be used; the message says what is wrong and where. */
public final class TokenizerFormatException extends Exception {
  /** Creates the exception with a message meant for the person who supplied the file. */
  public TokenizerFormatException(String message) {
    super(message);
  }
}
