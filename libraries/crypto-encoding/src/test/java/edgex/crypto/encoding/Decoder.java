package edgex.crypto.encoding;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.cbor.CborReader;
import edgex.crypto.encoding.certificate.Certificate;
import edgex.crypto.encoding.cose.CoseKey;
import edgex.crypto.encoding.cose.CoseSign1;
import edgex.crypto.encoding.der.DerReader;
import edgex.crypto.encoding.der.DerTag;
import edgex.crypto.encoding.der.Pem;
import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PrivateKey.Form;
import edgex.crypto.encoding.key.PublicKey;
import edgex.crypto.p256.EcdsaDer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What reads bytes from outside, for tests with hostile ones. */
enum Decoder {
  CERTIFICATE {
    @Override
    byte[] again(byte[] input) {
      Certificate certificate = Certificate.decode(input);
      if (certificate.subject().toString().indexOf('\u001b') >= 0) {
        throw new AssertionError("a name that steers a terminal");
      }
      return certificate.encode();
    }

    @Override
    List<byte[]> samples() {
      SampleChain chain = new SampleChain(KeyAlgorithm.ED25519, 1);
      SampleChain curve = new SampleChain(KeyAlgorithm.P_256, 2);
      return List.of(chain.device.encode(), chain.middle.encode(), curve.root.encode());
    }
  },
  PUBLIC_KEY {
    @Override
    byte[] again(byte[] input) {
      return PublicKey.decode(input).encode();
    }

    @Override
    List<byte[]> samples() {
      return keys(key -> key.publicKey().encode());
    }
  },
  PRIVATE_KEY {
    @Override
    byte[] again(byte[] input) {
      PrivateKey key = PrivateKey.decode(input);
      key.encode(key.hasSeed() ? Form.SEED : Form.EXPANDED);
      // Attributes and a public key may be there as well, so there are several encodings.
      return input;
    }

    @Override
    List<byte[]> samples() {
      List<byte[]> samples = keys(key -> key.encode(Form.SEED));
      PrivateKey lattice = PrivateKey.generate(KeyAlgorithm.ML_KEM_512, new SeededRandom(4));
      samples.add(lattice.encode(Form.EXPANDED));
      samples.add(lattice.encode(Form.BOTH));
      return samples;
    }
  },
  COSE_KEY {
    @Override
    byte[] again(byte[] input) {
      CoseKey.encode(CoseKey.decodePublic(input));
      return input;
    }

    @Override
    List<byte[]> samples() {
      SeededRandom random = new SeededRandom(5);
      return List.of(
          CoseKey.encode(PrivateKey.generate(KeyAlgorithm.P_256, random).publicKey()),
          CoseKey.encode(PrivateKey.generate(KeyAlgorithm.ED25519, random).publicKey()));
    }
  },
  COSE_SIGN1 {
    @Override
    byte[] again(byte[] input) {
      CoseSign1 message = CoseSign1.decode(input);
      message.keyIdentifier();
      return input;
    }

    @Override
    List<byte[]> samples() {
      SeededRandom random = new SeededRandom(6);
      PrivateKey key = PrivateKey.generate(KeyAlgorithm.ED25519, random);
      return List.of(CoseSign1.sign(key, random.bytes(3), random.bytes(30), new byte[0], random));
    }
  },
  CBOR {
    @Override
    byte[] again(byte[] input) {
      CborReader reader = new CborReader(input);
      byte[] item = reader.readItem();
      reader.requireEnd();
      return item;
    }

    @Override
    List<byte[]> samples() {
      return List.of(
          new byte[] {(byte) 0xA2, 1, (byte) 0x82, 0x41, 7, 0x61, 'a', 0x20, (byte) 0xF6});
    }
  },
  PEM {
    @Override
    byte[] again(byte[] input) {
      String text = new String(input, StandardCharsets.ISO_8859_1);
      StringBuilder again = new StringBuilder();
      Pem.decodeAll(text).forEach(block -> again.append(block.encode()));
      // Empty lines and carriage returns are the only freedom.
      String plain = text.replace("\r", "").replaceAll("\n+", "\n");
      String other = again.toString().replaceAll("\n+", "\n");
      boolean isSame = plain.strip().replace("\n", "").equals(other.strip().replace("\n", ""));
      return isSame ? input : again.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    List<byte[]> samples() {
      String text = new Pem("SAMPLE", new byte[100]).encode();
      return List.of((text + text).getBytes(StandardCharsets.ISO_8859_1));
    }
  },
  DER {
    @Override
    byte[] again(byte[] input) {
      walk(new DerReader(input));
      return input;
    }

    @Override
    List<byte[]> samples() {
      return keys(key -> key.publicKey().encode());
    }
  },
  ECDSA_SIGNATURE {
    @Override
    byte[] again(byte[] input) {
      return EcdsaDer.encode(EcdsaDer.decode(input));
    }

    @Override
    List<byte[]> samples() {
      return List.of(EcdsaDer.encode(new SeededRandom(8).bytes(64)));
    }
  };

  /** Decodes and encodes again. */
  abstract byte[] again(byte[] input);

  /** What is accepted. */
  abstract List<byte[]> samples();

  /** Whether bytes are accepted; fails unless the answer is one of the two that may be. */
  boolean accepts(byte[] input) {
    byte[] result;
    try {
      result = again(input.clone());
    } catch (CryptoException refused) {
      return false;
    }
    if (!Arrays.equals(input, result)) {
      throw new AssertionError(this + " takes what it would encode otherwise");
    }
    return true;
  }

  private interface Encoding {
    byte[] of(PrivateKey key);
  }

  private static List<byte[]> keys(Encoding encoding) {
    List<byte[]> samples = new ArrayList<>();
    SeededRandom random = new SeededRandom(3);
    for (KeyAlgorithm algorithm :
        List.of(
            KeyAlgorithm.ED25519,
            KeyAlgorithm.X25519,
            KeyAlgorithm.P_256,
            KeyAlgorithm.SLH_DSA_SHAKE_128F,
            KeyAlgorithm.ML_KEM_512)) {
      samples.add(encoding.of(PrivateKey.generate(algorithm, random)));
    }
    return samples;
  }

  private static void walk(DerReader reader) {
    while (!reader.atEnd()) {
      if (reader.nextIs(DerTag.SEQUENCE)) {
        walk(reader.readInner(DerTag.SEQUENCE));
      } else if (reader.nextIs(DerTag.OBJECT_IDENTIFIER)) {
        reader.readObjectIdentifier();
      } else if (reader.nextIs(DerTag.INTEGER)) {
        reader.readInteger();
      } else {
        reader.readElement();
      }
    }
  }
}
