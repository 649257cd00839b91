package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.SignedMessage;
import edgex.crypto.slhdsa.SlhDsa;
import edgex.crypto.slhdsa.SlhDsaParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * BouncyCastle's SLH-DSA test data: blocks of {@code name = value} lines. Every signature is
 * verified; as signing takes up to seconds on a JVM, the normal run signs the first case of a file
 * only.
 */
final class SlhDsaFilesTest {
  private static final byte[] NO_PREFIX = {};

  @TestFactory
  List<DynamicTest> files() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    Path folder = SharedVectors.folder("bc-test-data/slhdsa");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        tests.add(DynamicTest.dynamicTest(name, () -> runFile(file)));
      }
    }
    return tests;
  }

  private static void runFile(Path file) throws IOException {
    String name = file.getFileName().toString();
    SlhDsa scheme = new SlhDsa(parameters(name));
    List<Map<String, String>> cases = read(file);
    assertTrue(!cases.isEmpty(), "no cases");
    boolean slow = true;
    for (Map<String, String> fields : cases) {
      if (name.startsWith("keyGen")) {
        checkKey(scheme, bytes(fields, "sk"));
      } else if (name.startsWith("sigGen")) {
        checkSignature(scheme, fields, "signature", "additionalRandomness", NO_PREFIX, slow);
      } else if (name.startsWith("sigVer")) {
        byte[] message = bytes(fields, "message");
        boolean valid =
            scheme.verifyInternal(
                bytes(fields, "pk"), NO_PREFIX, message, bytes(fields, "signature"));
        assertEquals(fields.get("testPassed").toLowerCase(Locale.ROOT), Boolean.toString(valid));
      } else {
        fields.put("message", fields.get("msg"));
        checkSignature(scheme, fields, "sm", "optrand", prefix(fields), slow);
      }
      slow = Boolean.getBoolean("edgex.long");
    }
  }

  private static SlhDsaParameters parameters(String file) {
    String upper = file.toUpperCase(Locale.ROOT);
    for (SlhDsaParameters parameters : SlhDsaParameters.values()) {
      String name = parameters.standardName().toUpperCase(Locale.ROOT);
      if (upper.contains(name.substring("SLH-DSA-".length()))) {
        return parameters;
      }
    }
    throw new IllegalArgumentException("no parameter set in " + file);
  }

  /** The context is in hexadecimal, empty, or "none" for the standard's internal interface. */
  private static byte[] prefix(Map<String, String> fields) {
    return switch (fields.get("context")) {
      case "none" -> NO_PREFIX;
      case "zero_length" -> SignedMessage.purePrefix(NO_PREFIX);
      default -> SignedMessage.purePrefix(bytes(fields, "context"));
    };
  }

  private static void checkKey(SlhDsa scheme, byte[] expected) {
    byte[] publicKey = new byte[scheme.parameters().publicKeyBytes()];
    byte[] privateKey = new byte[scheme.parameters().privateKeyBytes()];
    scheme.generateKeys(Arrays.copyOf(expected, expected.length * 3 / 4), publicKey, privateKey);
    assertArrayEquals(expected, privateKey);
    assertArrayEquals(
        Arrays.copyOfRange(expected, expected.length / 2, expected.length), publicKey);
  }

  private static void checkSignature(
      SlhDsa scheme,
      Map<String, String> fields,
      String signatureField,
      String randomnessField,
      byte[] prefix,
      boolean sign) {
    byte[] privateKey = bytes(fields, "sk");
    byte[] publicKey = Arrays.copyOfRange(privateKey, privateKey.length / 2, privateKey.length);
    byte[] message = bytes(fields, "message");
    byte[] expected = bytes(fields, signatureField);
    assertTrue(scheme.verifyInternal(publicKey, prefix, message, expected));
    if (sign) {
      byte[] random =
          fields.containsKey(randomnessField) ? bytes(fields, randomnessField) : publicKey;
      byte[] signature = new byte[scheme.parameters().signatureBytes()];
      scheme.signInternal(privateKey, prefix, message, random, 0, signature);
      assertArrayEquals(expected, signature);
    }
  }

  private static byte[] bytes(Map<String, String> fields, String name) {
    return HexFormat.of().parseHex(fields.get(name));
  }

  /** The blocks with more than one field. */
  private static List<Map<String, String>> read(Path file) throws IOException {
    List<Map<String, String>> blocks = new ArrayList<>();
    Map<String, String> block = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add("");
    for (String line : lines) {
      int equals = line.indexOf(" =");
      if (equals > 0) {
        block.put(line.substring(0, equals), line.substring(equals + 2).strip());
      } else if (block.size() > 1) {
        blocks.add(block);
        block = new LinkedHashMap<>();
      }
    }
    return blocks;
  }
}
