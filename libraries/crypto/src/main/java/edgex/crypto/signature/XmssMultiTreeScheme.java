package edgex.crypto.signature;

import edgex.crypto.statefulhash.XmssVerifier;

/** XMSS^MT, with layers of trees. */
final class XmssMultiTreeScheme extends VerifyOnlyScheme {
  @Override
  public String name() {
    return SignatureSchemes.XMSS_MT;
  }

  @Override
  public boolean isPublicKey(byte[] publicKey) {
    return XmssVerifier.isMultiTreePublicKey(publicKey);
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] message, byte[] context, byte[] signature) {
    return context.length == 0 && XmssVerifier.verifyMultiTree(publicKey, message, signature);
  }
}
