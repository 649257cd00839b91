package edgex.crypto.mldsa;

import static edgex.crypto.primitive.MlDsaPrimitive.COEFFICIENTS;

import edgex.crypto.ByteOrder;
import edgex.crypto.keccak.Sponge;
import java.util.Arrays;

/**
 * SampleInBall (algorithm 29): the polynomial with tau coefficients 1 or -1 that a commitment's
 * hash stands for. The hash is public, also that of an attempt which signing rejects.
 */
final class Challenge {
  private final Sponge shake = Sponge.shake(256);
  private final byte[] block = new byte[shake.blockBytes()];

  void sample(byte[] hash, int offset, int length, int ones, int[] target, int at) {
    shake.update(hash, offset, length);
    shake.squeeze(block, 0, block.length);
    long signs = ByteOrder.littleEndian64(block, 0);
    int next = 8;
    Arrays.fill(target, at, at + COEFFICIENTS, 0);
    for (int i = COEFFICIENTS - ones; i < COEFFICIENTS; i++) {
      int place = COEFFICIENTS;
      while (place > i) {
        if (next == block.length) {
          shake.squeeze(block, 0, block.length);
          next = 0;
        }
        place = block[next] & 0xFF;
        next++;
      }
      target[at + i] = target[at + place];
      target[at + place] = 1 - 2 * (int) (signs & 1);
      signs >>>= 1;
    }
    shake.reset();
  }
}
