package edgex.crypto.keccak;

import edgex.crypto.hash.ExtendableOutput;

/** cSHAKE (SP 800-185, section 3): SHAKE with a function name and a customisation string. */
public final class CustomShake implements ExtendableOutput {
  private final Sponge sponge;
  private final Sponge start;

  /** Without name and customisation this is SHAKE, as the standard demands. */
  public CustomShake(int strengthBits, byte[] functionName, byte[] customisation) {
    if (functionName.length == 0 && customisation.length == 0) {
      start = Sponge.shake(strengthBits);
      sponge = Sponge.shake(strengthBits);
      return;
    }
    start = Sponge.customShake(strengthBits);
    sponge = Sponge.customShake(strengthBits);
    LengthEncoding encoding = new LengthEncoding();
    int length = encoding.updateLeft(start, start.blockBytes());
    length += encoding.updateString(start, functionName, 0, functionName.length);
    length += encoding.updateString(start, customisation, 0, customisation.length);
    encoding.pad(start, length);
    sponge.copyFrom(start);
  }

  @Override
  public String name() {
    return "c" + Sponge.shake(strengthBits()).name();
  }

  private int strengthBits() {
    return sponge.digestBytes() * 4;
  }

  @Override
  public int blockBytes() {
    return sponge.blockBytes();
  }

  @Override
  public int digestBytes() {
    return sponge.digestBytes();
  }

  @Override
  public void reset() {
    sponge.copyFrom(start);
  }

  @Override
  public void update(byte[] input, int offset, int length) {
    sponge.update(input, offset, length);
  }

  @Override
  public void updateLastBits(int bits, int bitCount) {
    sponge.updateLastBits(bits, bitCount);
  }

  @Override
  public void squeeze(byte[] output, int offset, int length) {
    sponge.squeeze(output, offset, length);
  }

  @Override
  public void digest(byte[] output, int offset) {
    sponge.squeeze(output, offset, digestBytes());
    reset();
  }
}
