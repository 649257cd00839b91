package edgex.keystore;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.cbor.CborReader;
import edgex.crypto.encoding.cbor.CborWriter;
import java.util.Map;
import java.util.TreeMap;

/** Everything that the store remembers. */
final class StoreState {
  private static final int PARTS = 4;
  private static final int VERSION = 1;

  final Map<Long, StoredKey> keys = new TreeMap<>();
  final AuditLog log;

  /** Handles are never used again. */
  long nextHandle = 1;

  StoreState() {
    log = new AuditLog();
  }

  private StoreState(CborReader input) {
    if (input.readArray() != PARTS || input.readInteger() != VERSION) {
      throw new CryptoException("a state of another version");
    }
    nextHandle = input.readInteger();
    for (int count = input.readArray(); count > 0; count--) {
      input.readArray();
      long handle = input.readInteger();
      keys.put(handle, StoredKey.read(input));
    }
    log = AuditLog.read(input);
    input.requireEnd();
  }

  /** Reads a state that the store wrote. */
  static StoreState decode(byte[] encoded) {
    return new StoreState(new CborReader(encoded));
  }

  byte[] encode() {
    CborWriter output = new CborWriter().array(PARTS).integer(VERSION).integer(nextHandle);
    output.array(keys.size());
    keys.forEach((handle, key) -> key.write(handle, output));
    log.write(output);
    return output.toBytes();
  }
}
