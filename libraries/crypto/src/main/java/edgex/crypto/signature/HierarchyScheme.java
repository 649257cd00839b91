package edgex.crypto.signature;

import edgex.crypto.statefulhash.LmsVerifier;

/** HSS over LMS. */
final class HierarchyScheme extends VerifyOnlyScheme {
  @Override
  public String name() {
    return SignatureSchemes.HSS;
  }

  @Override
  public boolean isPublicKey(byte[] publicKey) {
    return LmsVerifier.isHierarchyKey(publicKey);
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] message, byte[] context, byte[] signature) {
    return context.length == 0 && LmsVerifier.verifyHierarchy(publicKey, message, signature);
  }
}
