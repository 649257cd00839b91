package edgex.crypto.kem;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.KeyAgreement;
import edgex.crypto.RandomSource;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.p256.EcdhP256;
import java.util.Arrays;

/**
 * The hybrid groups of TLS 1.3 (draft-ietf-tls-ecdhe-mlkem): X25519MLKEM768 and SecP256r1MLKEM768.
 * Keys, ciphertexts and secrets are those of both halves, one behind the other; ML-KEM comes first
 * with X25519, and second with P-256. The secret is hashed by TLS's key schedule, so it is not
 * here. A private key has ML-KEM's as its seed of 64 bytes.
 */
public final class TlsHybrid implements KeyEncapsulation {
  private static final int SECRET_BYTES = MlKemParameters.SECRET_BYTES;

  private enum First {
    LATTICE,
    CURVE
  }

  private final String name;
  private final First first;
  private final KeyAgreement agreement;
  private final MlKem kem = new MlKem(MlKemParameters.ML_KEM_768);
  private final byte[] encapsulationKey = new byte[kem.parameters().encapsulationKeyBytes()];
  private final byte[] decapsulationKey = new byte[kem.parameters().decapsulationKeyBytes()];
  private final byte[] ephemeral;

  private TlsHybrid(String name, First first, KeyAgreement agreement) {
    this.name = name;
    this.first = first;
    this.agreement = agreement;
    ephemeral = new byte[agreement.privateKeyBytes()];
  }

  /** The group X25519MLKEM768, 0x11EC. */
  public static TlsHybrid x25519MlKem768() {
    return new TlsHybrid("X25519MLKEM768", First.LATTICE, new X25519());
  }

  /** The group SecP256r1MLKEM768, 0x11EB. */
  public static TlsHybrid secP256r1MlKem768() {
    return new TlsHybrid("SecP256r1MLKEM768", First.CURVE, new EcdhP256());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int publicKeyBytes() {
    return encapsulationKey.length + agreement.publicKeyBytes();
  }

  @Override
  public int privateKeyBytes() {
    return MlKemParameters.SEED_BYTES + agreement.privateKeyBytes();
  }

  @Override
  public int ciphertextBytes() {
    return kem.parameters().ciphertextBytes() + agreement.publicKeyBytes();
  }

  @Override
  public int secretBytes() {
    return 2 * SECRET_BYTES;
  }

  /** Where ML-KEM's half begins behind a curve's half of some bytes. */
  private int latticeOffset(int curveBytes) {
    return first == First.CURVE ? curveBytes : 0;
  }

  private int curveOffset(int latticeBytes) {
    return first == First.CURVE ? 0 : latticeBytes;
  }

  @Override
  public void generateKeys(RandomSource random, byte[] publicKey, byte[] privateKey) {
    int seed = latticeOffset(agreement.privateKeyBytes());
    random.fill(privateKey, seed, MlKemParameters.SEED_BYTES);
    kem.generateKeys(
        privateKey,
        seed,
        publicKey,
        latticeOffset(agreement.publicKeyBytes()),
        decapsulationKey,
        0);
    agreement.generateKeys(
        random,
        privateKey,
        curveOffset(MlKemParameters.SEED_BYTES),
        publicKey,
        curveOffset(encapsulationKey.length));
    ConstantTime.wipe(decapsulationKey);
  }

  @Override
  public void encapsulate(byte[] publicKey, RandomSource random, byte[] ciphertext, byte[] secret) {
    try {
      Lengths.require(publicKey, publicKeyBytes(), "public key of " + name);
      int curve = curveOffset(kem.parameters().ciphertextBytes());
      agreement.generateKeys(random, ephemeral, 0, ciphertext, curve);
      agreement.agree(
          ephemeral,
          0,
          publicKey,
          curveOffset(encapsulationKey.length),
          secret,
          curveOffset(SECRET_BYTES));
      kem.encapsulate(
          publicKey,
          latticeOffset(agreement.publicKeyBytes()),
          random,
          ciphertext,
          latticeOffset(agreement.publicKeyBytes()),
          secret,
          latticeOffset(SECRET_BYTES));
    } catch (CryptoException refused) {
      Arrays.fill(ciphertext, (byte) 0);
      ConstantTime.wipe(secret);
      throw refused;
    } finally {
      ConstantTime.wipe(ephemeral);
    }
  }

  @Override
  public void decapsulate(byte[] privateKey, byte[] ciphertext, byte[] secret) {
    try {
      Lengths.require(privateKey, privateKeyBytes(), "private key of " + name);
      Lengths.require(ciphertext, ciphertextBytes(), "ciphertext of " + name);
      agreement.agree(
          privateKey,
          curveOffset(MlKemParameters.SEED_BYTES),
          ciphertext,
          curveOffset(kem.parameters().ciphertextBytes()),
          secret,
          curveOffset(SECRET_BYTES));
      int seed = latticeOffset(agreement.privateKeyBytes());
      kem.generateKeys(privateKey, seed, encapsulationKey, 0, decapsulationKey, 0);
      kem.decapsulate(
          decapsulationKey,
          0,
          ciphertext,
          latticeOffset(agreement.publicKeyBytes()),
          secret,
          latticeOffset(SECRET_BYTES));
    } catch (CryptoException refused) {
      ConstantTime.wipe(secret);
      throw refused;
    } finally {
      ConstantTime.wipe(decapsulationKey);
    }
  }
}
