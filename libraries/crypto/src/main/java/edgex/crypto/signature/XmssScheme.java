package edgex.crypto.signature;

import edgex.crypto.statefulhash.XmssVerifier;

/** XMSS with one tree. */
final class XmssScheme extends VerifyOnlyScheme {
  @Override
  public String name() {
    return SignatureSchemes.XMSS;
  }

  @Override
  public boolean isPublicKey(byte[] publicKey) {
    return XmssVerifier.isPublicKey(publicKey);
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] message, byte[] context, byte[] signature) {
    return context.length == 0 && XmssVerifier.verify(publicKey, message, signature);
  }
}
