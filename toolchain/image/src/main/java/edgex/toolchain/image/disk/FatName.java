package edgex.toolchain.image.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A name in a FAT directory (Microsoft FAT specification 1.03, sections 6 and 7): eight characters
 * and three, in capitals. What does not fit is stored in entries of 13 UTF-16 characters in front,
 * last part first, and gets a short name that no other file of the directory has.
 */
final class FatName {
  private static final int ENTRY_BYTES = FatDirectory.ENTRY_BYTES;
  private static final String CHARACTERS = "[A-Z0-9!#$%&'()@^_`{}~-]";
  private static final String SHORT = CHARACTERS + "{1,8}(\\." + CHARACTERS + "{1,3})?";
  private static final int STEM_LENGTH = 8;
  private static final int SUFFIX_LENGTH = 3;
  private static final int MAXIMUM_LENGTH = 255;

  private static final int PART_LENGTH = 13;
  private static final int LAST_PART = 0x40;
  private static final byte LONG_NAME = 0x0f;
  private static final int CHECKSUM_OFFSET = 13;
  private static final char FILLER = 0xffff;

  /** Where the characters of a part stand in its entry. */
  private static final int[] PART_OFFSETS = {1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30};

  private final String name;
  private final byte[] stored;
  private final boolean fits;

  /**
   * Gives a name its short form.
   *
   * @param name ASCII, without characters that FAT refuses
   * @param taken the short names of the directory; the new one is added
   */
  FatName(String name, Set<String> taken) {
    if (!name.matches("[ -~&&[^\"*/:<>?\\\\|]]{1," + MAXIMUM_LENGTH + "}") || name.endsWith(".")) {
      throw new IllegalArgumentException("no name for a file on a FAT volume: '" + name + "'");
    }
    this.name = name;
    fits = name.matches(SHORT);
    String shortName = fits ? name : alias(name, taken);
    if (!taken.add(shortName)) {
      throw new IllegalArgumentException("two files with the name " + name);
    }
    stored = pad(shortName);
  }

  /** Numbers the names that begin alike: BOOTRI~1.EFI. */
  private static String alias(String name, Set<String> taken) {
    List<String> parts = split(name.toUpperCase(Locale.ROOT));
    String stem = parts.get(0).replaceAll("[^A-Z0-9]", "");
    String suffix = parts.get(1).replaceAll("[^A-Z0-9]", "");
    String shortSuffix = suffix.substring(0, Math.min(SUFFIX_LENGTH, suffix.length()));
    for (int number = 1; ; number++) {
      String tail = "~" + number;
      String start = stem.substring(0, Math.min(STEM_LENGTH - tail.length(), stem.length()));
      String candidate = start + tail + (shortSuffix.isEmpty() ? "" : "." + shortSuffix);
      if (!taken.contains(candidate)) {
        return candidate;
      }
    }
  }

  private static List<String> split(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? List.of(name, "") : List.of(name.substring(0, dot), name.substring(dot + 1));
  }

  private static byte[] pad(String shortName) {
    byte[] padded = new byte[STEM_LENGTH + SUFFIX_LENGTH];
    Arrays.fill(padded, (byte) ' ');
    List<String> parts = split(shortName);
    byte[] stem = parts.get(0).getBytes(StandardCharsets.US_ASCII);
    byte[] suffix = parts.get(1).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(stem, 0, padded, 0, stem.length);
    System.arraycopy(suffix, 0, padded, STEM_LENGTH, suffix.length);
    return padded;
  }

  /** The short name as the directory stores it: 11 bytes. */
  byte[] stored() {
    return stored.clone();
  }

  /** How many entries come in front of the file's own. */
  int partCount() {
    return fits ? 0 : (name.length() + PART_LENGTH - 1) / PART_LENGTH;
  }

  /** The entries with the long name. */
  byte[] parts() {
    ByteBuffer entries =
        ByteBuffer.allocate(partCount() * ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int part = partCount(); part > 0; part--) {
      int entry = (partCount() - part) * ENTRY_BYTES;
      entries.put(entry, (byte) (part | (part == partCount() ? LAST_PART : 0)));
      entries.put(entry + FatDirectory.ATTRIBUTES_OFFSET, LONG_NAME);
      entries.put(entry + CHECKSUM_OFFSET, checksum());
      for (int i = 0; i < PART_LENGTH; i++) {
        entries.putChar(entry + PART_OFFSETS[i], character((part - 1) * PART_LENGTH + i));
      }
    }
    return entries.array();
  }

  /** The name ends with a zero if the part has room for it. */
  private char character(int index) {
    if (index < name.length()) {
      return name.charAt(index);
    }
    return index == name.length() ? 0 : FILLER;
  }

  private byte checksum() {
    int sum = 0;
    for (byte character : stored) {
      sum = ((sum & 1) << 7) + ((sum & 0xff) >> 1) + character;
    }
    return (byte) sum;
  }
}
