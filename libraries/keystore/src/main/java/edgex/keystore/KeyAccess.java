package edgex.keystore;

import edgex.crypto.CryptoException;
import edgex.crypto.policy.Algorithm;
import edgex.crypto.policy.AlgorithmPolicy;
import java.util.function.LongSupplier;

/**
 * Decides who may use which key, and writes down what was decided before anything leaves the store:
 * a use is counted, and its line is in the log, even if the power fails in the middle of it.
 */
final class KeyAccess {
  private static final int MAXIMUM_KEYS = 256;

  /** Whether an operation makes something new or reads what was made. */
  enum Direction {
    MAKE,
    READ
  }

  private final SealedState sealed;
  private final LongSupplier clock;
  private final AlgorithmPolicy policy;
  private final StoreState state;

  KeyAccess(SealedState sealed, LongSupplier clock, AlgorithmPolicy policy) {
    this.sealed = sealed;
    this.clock = clock;
    this.policy = policy;
    state = sealed.load();
  }

  AuditLog log() {
    return state.log;
  }

  /** A key that the caller owns, for what needs no purpose; only a refusal is written. */
  StoredKey find(long caller, long handle, String operation) {
    try {
      return find(caller, handle);
    } catch (KeyStoreException refused) {
      throw noted(caller, operation, handle, refused);
    }
  }

  private StoredKey find(long caller, long handle) {
    StoredKey key = state.keys.get(handle);
    if (key == null || key.policy.owner() != caller) {
      throw new KeyStoreException(Refusal.NO_SUCH_KEY, "there is no key " + handle);
    }
    return key;
  }

  /** A key that may be used; the use is counted and written. */
  StoredKey use(
      long caller, long handle, KeyPurpose purpose, String operation, Direction direction) {
    StoredKey key;
    try {
      key = find(caller, handle);
      require(key, purpose, direction);
    } catch (KeyStoreException refused) {
      throw noted(caller, operation, handle, refused);
    }
    key.policy = key.policy.afterUse();
    note(caller, operation, handle, "done");
    sealed.save(state);
    return key;
  }

  private void require(StoredKey key, KeyPurpose purpose, Direction direction) {
    if (!key.policy.allows(purpose)) {
      throw new KeyStoreException(Refusal.NOT_ALLOWED, "the key is not for " + purpose);
    }
    if (key.policy.usesLeft() == 0 || clock.getAsLong() > key.policy.lastSecond()) {
      throw new KeyStoreException(Refusal.EXPIRED, "the key has expired or is used up");
    }
    requireAlgorithm(key.algorithm, direction);
  }

  private void requireAlgorithm(Algorithm algorithm, Direction direction) {
    try {
      if (direction == Direction.MAKE) {
        policy.requireMaking(algorithm);
      } else {
        policy.requireReading(algorithm);
      }
    } catch (CryptoException refused) {
      throw new KeyStoreException(Refusal.ALGORITHM, refused.getMessage());
    }
  }

  /** Refuses a new key before its secret is made. */
  void requireNew(long caller, Algorithm algorithm, KeyPolicy keyPolicy, String operation) {
    try {
      requireAlgorithm(algorithm, Direction.MAKE);
      if (keyPolicy.owner() != caller) {
        throw new KeyStoreException(Refusal.NOT_ALLOWED, "a new key belongs to who makes it");
      }
      if (state.keys.size() >= MAXIMUM_KEYS) {
        throw new KeyStoreException(Refusal.FULL, "there are " + MAXIMUM_KEYS + " keys already");
      }
    } catch (KeyStoreException refused) {
      throw noted(caller, operation, 0, refused);
    }
  }

  /** Refuses another secret for a key before it is made. */
  void requireRotation(long caller, long handle, StoredKey key) {
    try {
      requireAlgorithm(key.algorithm, Direction.MAKE);
    } catch (KeyStoreException refused) {
      throw noted(caller, "rotate", handle, refused);
    }
  }

  /** Writes a refusal down. */
  private KeyStoreException noted(
      long caller, String operation, long handle, KeyStoreException refused) {
    note(caller, operation, handle, "refused-" + refused.refusal().number());
    sealed.save(state);
    return refused;
  }

  /** Adds a key and takes over its secret. */
  long add(long caller, Algorithm algorithm, KeyPolicy keyPolicy, byte[] secret, String operation) {
    StoredKey key = new StoredKey(algorithm, keyPolicy);
    key.add(secret);
    long handle = state.nextHandle++;
    state.keys.put(handle, key);
    note(caller, operation, handle, "done");
    sealed.save(state);
    return handle;
  }

  /** Makes a secret, which is taken over, the newest of a key. */
  void rotate(long caller, long handle, StoredKey key, byte[] secret) {
    key.add(secret);
    note(caller, "rotate", handle, "done");
    sealed.save(state);
  }

  /** Removes a key for good. */
  void remove(long caller, long handle) {
    find(caller, handle, "destroy").wipe();
    state.keys.remove(handle);
    note(caller, "destroy", handle, "done");
    sealed.save(state);
  }

  private void note(long caller, String operation, long handle, String result) {
    state.log.append(
        clock.getAsLong()
            + " caller="
            + caller
            + " "
            + operation
            + " key="
            + handle
            + " "
            + result);
  }
}
