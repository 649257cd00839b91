package edgex.keystore;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.aes.AesKeyWrap;
import edgex.crypto.encoding.cbor.CborReader;
import edgex.crypto.encoding.cbor.CborWriter;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PublicKey;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.policy.Algorithm;
import edgex.crypto.policy.AlgorithmPolicy;
import edgex.keystore.KeyAccess.Direction;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keys by handle. A caller is the badge of the capability by which a client reached the service:
 * nothing in a message can change it. All that is refused is a {@link KeyStoreException}, and a
 * line in the log.
 *
 * <p>Secrets never leave but wrapped with another key whose policy allows that. One thread at a
 * time uses a store.
 */
public final class KeyStore {
  /** A secret for somebody else, and the key that holds it here. */
  public static final class Encapsulation {
    private final byte[] ciphertext;
    private final long handle;

    Encapsulation(byte[] ciphertext, long handle) {
      this.ciphertext = ciphertext;
      this.handle = handle;
    }

    /** What the owner of the public key needs. */
    public byte[] ciphertext() {
      return ciphertext.clone();
    }

    /** The shared key. */
    public long handle() {
      return handle;
    }
  }

  private static final int WRAPPED_PARTS = 2;

  private final RandomSource random;
  private final KeyAccess access;
  private final DataSeal dataSeal;

  /**
   * Opens the store.
   *
   * @param clock the time, in seconds since 1970
   * @param measurement the hash of what was booted
   * @throws KeyStoreException if the stored state is damaged or was put back
   */
  public KeyStore(
      SlotStorage storage,
      MonotonicCounter counter,
      DeviceRoot root,
      RandomSource random,
      LongSupplier clock,
      Supplier<byte[]> measurement,
      AlgorithmPolicy policy) {
    this.random = random;
    access = new KeyAccess(new SealedState(storage, counter, root, random), clock, policy);
    dataSeal = new DataSeal(random, measurement);
  }

  /** Makes a key. */
  public long generate(long caller, Algorithm algorithm, KeyPolicy policy) {
    access.requireNew(caller, algorithm, policy, "generate");
    try {
      byte[] secret = KeyMaterial.generate(algorithm, random);
      return access.add(caller, algorithm, policy, secret, "generate");
    } catch (CryptoException refused) {
      throw new KeyStoreException(Refusal.ALGORITHM, refused.getMessage());
    }
  }

  /** Takes a private key in from DER (OneAsymmetricKey); it has to have its seed. */
  public long importKey(long caller, byte[] encoded, KeyPolicy policy) {
    try {
      PrivateKey key = PrivateKey.decode(encoded);
      Algorithm algorithm = KeyMaterial.algorithm(key.algorithm());
      byte[] secret = key.seed();
      key.wipe();
      access.requireNew(caller, algorithm, policy, "import");
      return access.add(caller, algorithm, policy, secret, "import");
    } catch (CryptoException refused) {
      throw malformed(refused);
    }
  }

  private static KeyStoreException malformed(CryptoException refused) {
    return new KeyStoreException(Refusal.MALFORMED, refused.getMessage());
  }

  /** The public key. */
  public PublicKey publicKey(long caller, long handle) {
    StoredKey key = access.find(caller, handle, "public-key");
    requireNotSymmetric(key);
    return KeyMaterial.publicKey(key.algorithm, key.newest());
  }

  /** What the key may still be used for. */
  public KeyPolicy policy(long caller, long handle) {
    return access.find(caller, handle, "policy").policy;
  }

  /** Signs a message with the newest generation of a key. */
  public byte[] sign(long caller, long handle, byte[] message, byte[] context) {
    StoredKey key = access.use(caller, handle, KeyPurpose.SIGN, "sign", Direction.MAKE);
    requireNotSymmetric(key);
    PrivateKey privateKey = KeyMaterial.privateKey(key.algorithm, key.newest());
    try {
      return privateKey.sign(message, context, random);
    } catch (CryptoException refused) {
      throw new KeyStoreException(Refusal.ALGORITHM, refused.getMessage());
    } finally {
      privateKey.wipe();
    }
  }

  private static void requireNotSymmetric(StoredKey key) {
    if (KeyMaterial.isSymmetric(key.algorithm)) {
      throw wrongKind(key);
    }
  }

  private static void requireSymmetric(StoredKey key) {
    if (!KeyMaterial.isSymmetric(key.algorithm)) {
      throw wrongKind(key);
    }
  }

  private static KeyStoreException wrongKind(StoredKey key) {
    return new KeyStoreException(
        Refusal.ALGORITHM, "a key of " + key.algorithm.standardName() + " cannot do that");
  }

  /** Makes a shared key for the owner of an ML-KEM key. */
  public Encapsulation encapsulate(long caller, PublicKey recipient, KeyPolicy policy) {
    access.requireNew(caller, Algorithm.AES_256_GCM, policy, "encapsulate");
    Algorithm algorithm = KeyMaterial.algorithm(recipient.algorithm());
    if (!KeyMaterial.isKem(algorithm)) {
      throw new KeyStoreException(
          Refusal.ALGORITHM, algorithm.standardName() + " does not encapsulate");
    }
    access.requireNew(caller, algorithm, policy, "encapsulate");
    MlKemParameters parameters = MlKemParameters.named(algorithm.standardName());
    byte[] ciphertext = new byte[parameters.ciphertextBytes()];
    byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
    new MlKem(parameters).encapsulate(recipient.bytes(), 0, random, ciphertext, 0, secret, 0);
    long handle = access.add(caller, Algorithm.AES_256_GCM, policy, secret, "encapsulate");
    return new Encapsulation(ciphertext, handle);
  }

  /** Makes the shared key of a ciphertext. */
  public long decapsulate(long caller, long handle, byte[] ciphertext, KeyPolicy policy) {
    access.requireNew(caller, Algorithm.AES_256_GCM, policy, "decapsulate");
    StoredKey key =
        access.use(caller, handle, KeyPurpose.DECAPSULATE, "decapsulate", Direction.READ);
    if (!KeyMaterial.isKem(key.algorithm)) {
      throw wrongKind(key);
    }
    try {
      byte[] secret = KeyMaterial.decapsulate(key.algorithm, key.newest(), ciphertext);
      return access.add(caller, Algorithm.AES_256_GCM, policy, secret, "decapsulate");
    } catch (CryptoException refused) {
      throw malformed(refused);
    }
  }

  /** Makes a key of another one and a label; the same label gives the same secret. */
  public long derive(long caller, long handle, byte[] label, KeyPolicy policy) {
    access.requireNew(caller, Algorithm.AES_256_GCM, policy, "derive");
    StoredKey key = access.use(caller, handle, KeyPurpose.DERIVE, "derive", Direction.MAKE);
    requireSymmetric(key);
    byte[] secret = KeyMaterial.derive(key.newest(), "derive", label);
    return access.add(caller, Algorithm.AES_256_GCM, policy, secret, "derive");
  }

  /** Wraps a key that may be exported with another one. */
  public byte[] wrap(long caller, long handle, long wrappingHandle) {
    StoredKey wrapping =
        access.use(caller, wrappingHandle, KeyPurpose.WRAP, "wrap", Direction.MAKE);
    requireSymmetric(wrapping);
    StoredKey key = access.use(caller, handle, KeyPurpose.EXPORT, "export", Direction.READ);
    byte[] text =
        new CborWriter()
            .array(WRAPPED_PARTS)
            .text(key.algorithm.standardName())
            .bytes(key.newest())
            .toBytes();
    byte[] wrapped = new byte[AesKeyWrap.wrappedBytes(text.length)];
    AesKeyWrap cipher = newKeyWrap(wrapping);
    cipher.wrap(text, 0, text.length, wrapped, 0);
    cipher.wipe();
    ConstantTime.wipe(text);
    return wrapped;
  }

  private static AesKeyWrap newKeyWrap(StoredKey key) {
    byte[] secret = KeyMaterial.derive(key.newest(), "wrap", new byte[0]);
    AesKeyWrap cipher = new AesKeyWrap(secret);
    ConstantTime.wipe(secret);
    return cipher;
  }

  /** Takes a wrapped key in. */
  public long unwrap(long caller, byte[] wrapped, long wrappingHandle, KeyPolicy policy) {
    StoredKey wrapping =
        access.use(caller, wrappingHandle, KeyPurpose.WRAP, "unwrap", Direction.READ);
    requireSymmetric(wrapping);
    AesKeyWrap cipher = newKeyWrap(wrapping);
    byte[] text = new byte[Math.max(0, wrapped.length - 8)];
    try {
      int length = cipher.unwrap(wrapped, 0, wrapped.length, text, 0);
      CborReader input = new CborReader(Arrays.copyOf(text, length));
      if (input.readArray() != WRAPPED_PARTS) {
        throw new CryptoException("this is no wrapped key");
      }
      Algorithm algorithm = Algorithm.named(input.readText());
      byte[] secret = input.readBytes();
      input.requireEnd();
      if (!KeyMaterial.isSecret(algorithm, secret)) {
        throw new CryptoException("this is no key of " + algorithm.standardName());
      }
      access.requireNew(caller, algorithm, policy, "unwrap");
      return access.add(caller, algorithm, policy, secret, "unwrap");
    } catch (CryptoException refused) {
      throw malformed(refused);
    } finally {
      cipher.wipe();
      ConstantTime.wipe(text);
    }
  }

  /** Seals data so that it opens on this device, with this key, while the same is booted. */
  public byte[] seal(long caller, long handle, byte[] data) {
    StoredKey key = access.use(caller, handle, KeyPurpose.SEAL, "seal", Direction.MAKE);
    requireSymmetric(key);
    return dataSeal.seal(key, data);
  }

  /** Opens sealed data, of an older generation of the key as well. */
  public byte[] unseal(long caller, long handle, byte[] sealed) {
    StoredKey key = access.use(caller, handle, KeyPurpose.SEAL, "unseal", Direction.READ);
    requireSymmetric(key);
    try {
      return dataSeal.unseal(key, sealed);
    } catch (CryptoException refused) {
      throw malformed(refused);
    }
  }

  /** Gives the key a new secret; with older ones it only opens what they have sealed. */
  public void rotate(long caller, long handle) {
    StoredKey key = access.find(caller, handle, "rotate");
    access.requireRotation(caller, handle, key);
    access.rotate(caller, handle, key, KeyMaterial.generate(key.algorithm, random));
  }

  /** Forgets the key. */
  public void destroy(long caller, long handle) {
    access.remove(caller, handle);
  }

  /** What happened. */
  public AuditLog log() {
    return access.log();
  }
}
