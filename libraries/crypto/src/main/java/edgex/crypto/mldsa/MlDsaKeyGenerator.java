package edgex.crypto.mldsa;

import static edgex.crypto.mldsa.MlDsaParameters.HIGH_BYTES;
import static edgex.crypto.mldsa.MlDsaParameters.LOW_BYTES;
import static edgex.crypto.mldsa.MlDsaParameters.SEED_BYTES;
import static edgex.crypto.primitive.MlDsaPrimitive.COEFFICIENTS;

import edgex.crypto.ConstantTime;
import edgex.crypto.RandomSource;
import edgex.crypto.keccak.Sponge;
import edgex.crypto.primitive.MlDsaPrimitive;
import edgex.crypto.primitive.RevealPrimitive;
import java.util.Objects;

/**
 * ML-DSA key generation (FIPS 204, algorithms 1 and 6), with its working memory.
 *
 * <pre>
 *   public key:   seed of the matrix (32) | high part of t
 *   private key:  seed of the matrix (32) | K (32) | hash of the public key (64) | s1 | s2 | low part
 * </pre>
 */
public final class MlDsaKeyGenerator {
  private final MlDsaParameters parameters;
  private final MatrixStream matrix;
  private final SecretExpansion expansion;
  private final Sponge hash = Sponge.shake(256);
  private final byte[] seeds = new byte[128];
  private final byte[] dimensions = new byte[2];
  private final int[] small;
  private final int[] transformed;
  private final int[] row = new int[COEFFICIENTS];
  private final int[] high = new int[COEFFICIENTS];

  /** Allocates all the memory that key generation needs. */
  public MlDsaKeyGenerator(MlDsaParameters parameters) {
    this.parameters = parameters;
    matrix = new MatrixStream(parameters);
    expansion = new SecretExpansion(parameters);
    small = new int[(parameters.columns() + parameters.rows()) * COEFFICIENTS];
    transformed = new int[parameters.columns() * COEFFICIENTS];
    dimensions[0] = (byte) parameters.rows();
    dimensions[1] = (byte) parameters.columns();
  }

  /** Makes a key pair from fresh random bytes. */
  public void generate(
      RandomSource random,
      byte[] publicKey,
      int publicOffset,
      byte[] privateKey,
      int privateOffset) {
    byte[] seed = new byte[SEED_BYTES];
    random.fill(seed, 0, SEED_BYTES);
    generate(seed, 0, publicKey, publicOffset, privateKey, privateOffset);
    ConstantTime.wipe(seed);
  }

  /** Makes the key pair of a seed: also the way to use a private key that is stored as a seed. */
  public void generate(
      byte[] seed,
      int seedOffset,
      byte[] publicKey,
      int publicOffset,
      byte[] privateKey,
      int privateOffset) {
    Objects.checkFromIndexSize(seedOffset, SEED_BYTES, seed.length);
    Objects.checkFromIndexSize(publicOffset, parameters.publicKeyBytes(), publicKey.length);
    Objects.checkFromIndexSize(privateOffset, parameters.privateKeyBytes(), privateKey.length);
    hash.update(seed, seedOffset, SEED_BYTES);
    hash.update(dimensions, 0, 2);
    hash.squeeze(seeds, 0, seeds.length);
    hash.reset();
    // The seed of the matrix goes into the public key as it is.
    RevealPrimitive.bytes(seeds, 0, 32);
    System.arraycopy(seeds, 0, publicKey, publicOffset, 32);
    System.arraycopy(seeds, 0, privateKey, privateOffset, 32);
    System.arraycopy(seeds, 96, privateKey, privateOffset + 32, 32);
    expansion.small(seeds, 32, small);
    writeSecrets(privateKey, privateOffset + 128);
    int lowOffset =
        privateOffset + 128 + (parameters.columns() + parameters.rows()) * parameters.smallBytes();
    writeRows(publicKey, publicOffset + 32, privateKey, lowOffset);
    hash.update(publicKey, publicOffset, parameters.publicKeyBytes());
    hash.squeeze(privateKey, privateOffset + 64, 64);
    hash.reset();
    wipe();
  }

  private void writeSecrets(byte[] privateKey, int offset) {
    for (int i = 0; i < small.length / COEFFICIENTS; i++) {
      MlDsaPrimitive.packDifference(
          small,
          i * COEFFICIENTS,
          parameters.etaBits(),
          parameters.eta(),
          privateKey,
          offset + i * parameters.smallBytes());
    }
  }

  /** t = A s1 + s2, row by row, split into its high and low part. */
  private void writeRows(byte[] publicKey, int highOffset, byte[] privateKey, int lowOffset) {
    System.arraycopy(small, 0, transformed, 0, transformed.length);
    for (int j = 0; j < parameters.columns(); j++) {
      MlDsaPrimitive.transform(transformed, j * COEFFICIENTS);
    }
    matrix.start(seeds, 0);
    for (int i = 0; i < parameters.rows(); i++) {
      ConstantTime.wipe(row);
      for (int j = 0; j < parameters.columns(); j++) {
        int entry = matrix.advance();
        MlDsaPrimitive.multiplyAndAdd(
            row, 0, matrix.polynomials(), entry, transformed, j * COEFFICIENTS);
      }
      MlDsaPrimitive.reduce(row, 0, COEFFICIENTS);
      MlDsaPrimitive.inverseTransform(row, 0);
      MlDsaPrimitive.add(row, 0, small, (parameters.columns() + i) * COEFFICIENTS);
      MlDsaPrimitive.normalise(row, 0, COEFFICIENTS);
      MlDsaPrimitive.powerToRound(row, 0, high, 0);
      MlDsaPrimitive.pack(high, 0, 10, publicKey, highOffset + i * HIGH_BYTES);
      MlDsaPrimitive.packDifference(
          row, 0, MlDsaPrimitive.DROPPED_BITS, 1 << 12, privateKey, lowOffset + i * LOW_BYTES);
    }
  }

  private void wipe() {
    ConstantTime.wipe(seeds);
    ConstantTime.wipe(small);
    ConstantTime.wipe(transformed);
    ConstantTime.wipe(row);
    ConstantTime.wipe(high);
  }
}
