package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.crypto.keccak.Kmac;

/** KMAC of whole bytes, and the key derivation of SP 800-108 with it. */
final class KmacRunner implements VectorRunner {
  private final int strengthBits;

  KmacRunner(int strengthBits) {
    this.strengthBits = strengthBits;
  }

  @Override
  public String reasonToSkip(TestCase test) {
    boolean whole =
        test.number("keyLen") % 8 == 0
            && test.number("msgLen") % 8 == 0
            && test.number("macLen") % 8 == 0;
    return whole ? null : "key, message or code of a part of a byte";
  }

  @Override
  public void run(TestCase test) {
    Kmac kmac = new Kmac(strengthBits, test.bytes("key"), CustomShakeRunner.customisation(test));
    byte[] message = test.bytes("msg");
    kmac.update(message, 0, message.length);
    byte[] code = new byte[test.number("macLen") / 8];
    if (test.flag("xof")) {
      kmac.squeeze(code, 0, code.length);
    } else {
      kmac.finish(code, 0, code.length);
    }
    boolean accepted = !test.has("testPassed") || test.flag("testPassed");
    assertEquals(accepted, test.text("mac").equals(HashRunner.hex(code)));
  }

  /** SP 800-108r1, section 4.4: KMAC with the key, over the context, customised by the label. */
  static final class KeyDerivation implements VectorRunner {
    @Override
    public String reasonToSkip(TestCase test) {
      return test.number("derivedKeyLength") % 8 == 0 ? null : "key of a part of a byte";
    }

    @Override
    public void run(TestCase test) {
      int strengthBits = Integer.parseInt(test.text("macMode").substring("KMAC-".length()));
      Kmac kmac = new Kmac(strengthBits, test.bytes("keyDerivationKey"), test.bytes("label"));
      byte[] context = test.bytes("context");
      kmac.update(context, 0, context.length);
      byte[] key = new byte[test.number("derivedKeyLength") / 8];
      kmac.finish(key, 0, key.length);
      assertEquals(test.text("derivedKey"), HashRunner.hex(key));
    }
  }
}
