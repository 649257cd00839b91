package edgex.keystore;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.aes.AesGcmSiv;
import java.util.Arrays;

/**
 * The state in storage that nobody trusts. Two slots are written in turn, and a counter that cannot
 * go back says which one is valid, so neither an old copy nor half a write is ever taken.
 *
 * <pre>
 *   slot:  "EXK1" | counter (8) | nonce (12) | AES-256-GCM-SIV of the state
 * </pre>
 *
 * The state of counter n is in slot n mod 2; a new one goes into the other slot and becomes valid
 * when the counter is advanced.
 */
final class SealedState {
  private static final int MAGIC = 0x45584B31;
  private static final int HEADER_BYTES = 12;
  private static final int NONCE_BYTES = 12;
  private static final int KEY_BYTES = 32;
  private static final int TAG_BYTES = 16;

  private final SlotStorage storage;
  private final MonotonicCounter counter;
  private final DeviceRoot root;
  private final RandomSource random;

  SealedState(SlotStorage storage, MonotonicCounter counter, DeviceRoot root, RandomSource random) {
    this.storage = storage;
    this.counter = counter;
    this.root = root;
    this.random = random;
  }

  /**
   * Reads the state.
   *
   * @throws KeyStoreException if it is damaged, of another device, or was put back
   */
  StoreState load() {
    long expected = counter.read();
    if (expected == 0) {
      return new StoreState();
    }
    byte[] sealed = storage.read((int) (expected & 1));
    if (sealed == null || sealed.length < HEADER_BYTES + NONCE_BYTES + TAG_BYTES) {
      throw refuse("is missing or cut");
    }
    if (ByteOrder.bigEndian32(sealed, 0) != MAGIC) {
      throw refuse("has another format");
    }
    if (ByteOrder.bigEndian64(sealed, 4) != expected) {
      throw refuse("was put back: it is not the last one that was written");
    }
    byte[] header = Arrays.copyOf(sealed, HEADER_BYTES);
    byte[] nonce = Arrays.copyOfRange(sealed, HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
    int textAt = HEADER_BYTES + NONCE_BYTES;
    byte[] text = new byte[sealed.length - textAt - TAG_BYTES];
    AesGcmSiv cipher = newCipher();
    try {
      cipher.open(nonce, header, sealed, textAt, sealed.length - textAt, text, 0);
      return StoreState.decode(text);
    } catch (CryptoException notAuthentic) {
      throw refuse("is damaged or of another device");
    } finally {
      cipher.wipe();
      ConstantTime.wipe(text);
    }
  }

  /** Makes a state the valid one. */
  void save(StoreState state) {
    long next = counter.read() + 1;
    byte[] text = state.encode();
    int textAt = HEADER_BYTES + NONCE_BYTES;
    byte[] sealed = new byte[textAt + text.length + TAG_BYTES];
    ByteOrder.putBigEndian32(sealed, 0, MAGIC);
    ByteOrder.putBigEndian64(sealed, 4, next);
    random.fill(sealed, HEADER_BYTES, NONCE_BYTES);
    byte[] header = Arrays.copyOf(sealed, HEADER_BYTES);
    byte[] nonce = Arrays.copyOfRange(sealed, HEADER_BYTES, textAt);
    AesGcmSiv cipher = newCipher();
    cipher.seal(nonce, header, text, 0, text.length, sealed, textAt);
    cipher.wipe();
    ConstantTime.wipe(text);
    storage.write((int) (next & 1), sealed);
    counter.advance();
  }

  private AesGcmSiv newCipher() {
    byte[] key = root.derive("storage", new byte[0], KEY_BYTES);
    AesGcmSiv cipher = new AesGcmSiv(key);
    ConstantTime.wipe(key);
    return cipher;
  }

  private static KeyStoreException refuse(String why) {
    return new KeyStoreException(Refusal.STATE, "the stored state of the keys " + why);
  }
}
