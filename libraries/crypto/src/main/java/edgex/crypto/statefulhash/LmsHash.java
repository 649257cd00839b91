package edgex.crypto.statefulhash;

import edgex.crypto.ByteOrder;
import edgex.crypto.hash.ExtendableOutput;
import edgex.crypto.hash.Hash;
import java.util.Arrays;

/** The hashes of RFC 8554 for one key pair: each begins with its identifier and a number. */
final class LmsHash {
  static final int PUBLIC_KEY = 0x8080;
  static final int MESSAGE = 0x8181;
  static final int LEAF = 0x8282;
  static final int NODE = 0x8383;

  private final LmsParameters parameters;
  private final Hash hash;
  private final byte[] header = new byte[LmsParameters.IDENTIFIER_BYTES + 7];
  private final byte[] digest = new byte[64];
  private final byte[] digits;

  LmsHash(LmsParameters parameters) {
    this.parameters = parameters;
    hash = parameters.newHash();
    digits = new byte[parameters.hashBytes + 2];
  }

  void setIdentifier(byte[] bytes, int offset) {
    System.arraycopy(bytes, offset, header, 0, LmsParameters.IDENTIFIER_BYTES);
  }

  /** Begins a hash with identifier, number and kind (or chain). */
  Hash begin(int number, int kind) {
    ByteOrder.putBigEndian32(header, LmsParameters.IDENTIFIER_BYTES, number);
    ByteOrder.putBigEndian16(header, LmsParameters.IDENTIFIER_BYTES + 4, kind);
    hash.update(header, 0, LmsParameters.IDENTIFIER_BYTES + 6);
    return hash;
  }

  /** Ends the hash that was begun. */
  void end(byte[] output, int offset) {
    if (hash instanceof ExtendableOutput extendable) {
      extendable.squeeze(output, offset, parameters.hashBytes);
      hash.reset();
    } else {
      hash.digest(digest, 0);
      System.arraycopy(digest, 0, output, offset, parameters.hashBytes);
      Arrays.fill(digest, (byte) 0);
    }
  }

  /** One step of a chain, in place: position 255 makes the chain's first value from the seed. */
  void step(int number, int chain, int position, byte[] input, int from, byte[] output, int to) {
    begin(number, chain);
    header[header.length - 1] = (byte) position;
    hash.update(header, header.length - 1, 1);
    hash.update(input, from, parameters.hashBytes);
    end(output, to);
  }

  /** Moves a chain's value in place. */
  void advance(int number, int chain, int from, int to, byte[] value, int at) {
    for (int position = from; position < to; position++) {
      step(number, chain, position, value, at, value, at);
    }
  }

  /** Hashes a message with its randomiser and keeps its digits and those of their checksum. */
  void readMessage(int number, byte[] randomiser, int offset, byte[] message) {
    begin(number, MESSAGE);
    hash.update(randomiser, offset, parameters.hashBytes);
    hash.update(message, 0, message.length);
    end(digits, 0);
    int last = (1 << parameters.width) - 1;
    int checksum = 0;
    for (int i = 0; i < 8 * parameters.hashBytes / parameters.width; i++) {
      checksum += last - digit(i);
    }
    ByteOrder.putBigEndian16(digits, parameters.hashBytes, checksum << parameters.checksumShift);
  }

  /** A digit of the message that was read. */
  int digit(int index) {
    int bit = index * parameters.width;
    int shift = 8 - parameters.width - bit % 8;
    return (digits[bit / 8] >> shift) & ((1 << parameters.width) - 1);
  }

  /** The node over two children. */
  void node(int number, byte[] left, int leftAt, byte[] right, int rightAt, byte[] out, int to) {
    begin(number, NODE);
    hash.update(left, leftAt, parameters.hashBytes);
    hash.update(right, rightAt, parameters.hashBytes);
    end(out, to);
  }

  /** The leaf over a one-time public key's chains. */
  void leaf(int leaf, byte[] chainEnds, byte[] output, int offset) {
    begin(leaf, PUBLIC_KEY);
    hash.update(chainEnds, 0, chainEnds.length);
    end(output, offset);
    begin((1 << parameters.height) + leaf, LEAF);
    hash.update(output, offset, parameters.hashBytes);
    end(output, offset);
  }
}
