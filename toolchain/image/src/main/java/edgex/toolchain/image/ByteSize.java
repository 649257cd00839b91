package edgex.toolchain.image;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 512 B}, {@code 64 KiB}, {@code 1 MiB}, {@code 2 GiB}. */
final class ByteSize {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9}) ?(B|KiB|MiB|GiB)");
  private static final Map<String, Integer> SHIFTS =
      Map.of("B", 0, "KiB", 10, "MiB", 20, "GiB", 30);

  private ByteSize() {}

  /** The size in bytes, or nothing if the text is not a size. */
  static Optional<Long> parse(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(matcher.group(1)) << SHIFTS.get(matcher.group(2)));
  }
}
