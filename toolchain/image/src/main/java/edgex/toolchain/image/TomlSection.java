package edgex.toolchain.image;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A table of a TOML file, read key by key. Every failure names file and line; {@link
 * #refuseUnknownKeys} reports the keys that nobody asked for.
 */
public final class TomlSection {
  private final String fileName;
  private final TomlTable table;
  private final int line;
  private final TreeSet<String> knownKeys = new TreeSet<>();

  private TomlSection(String fileName, TomlTable table, int line) {
    this.fileName = fileName;
    this.table = table;
    this.line = line;
  }

  /**
   * Reads a file.
   *
   * @param root the folder that messages show paths relative to
   * @throws ImageException if the file cannot be read or is not TOML
   */
  public static TomlSection read(Path root, Path file) throws ImageException {
    String name = root.relativize(file).toString();
    TomlParseResult result;
    try {
      result = Toml.parse(Files.readString(file));
    } catch (CharacterCodingException cause) {
      throw new ImageException(name + ": is not text in UTF-8", cause);
    } catch (IOException cause) {
      throw new ImageException(name + ": cannot be read: " + cause, cause);
    }
    if (result.hasErrors()) {
      var error = result.errors().get(0);
      throw new ImageException(name + ":" + error.position().line() + ": " + error.getMessage());
    }
    return new TomlSection(name, result, 1);
  }

  /** A text that must be there. */
  public String requiredString(String key) throws ImageException {
    return string(key).orElseThrow(() -> missing(key));
  }

  /** A text. */
  public Optional<String> string(String key) throws ImageException {
    return value(key, String.class, "a text in quotes");
  }

  /** A whole number within bounds. */
  public Optional<Long> number(String key, long minimum, long maximum) throws ImageException {
    Optional<Long> number = value(key, Long.class, "a whole number");
    if (number.isPresent() && (number.get() < minimum || number.get() > maximum)) {
      throw failure(key, key + " = " + number.get() + " is not in " + minimum + " to " + maximum);
    }
    return number;
  }

  /** A size such as {@code "64 KiB"} or {@code "1 MiB"}, in bytes. */
  public Optional<Long> bytes(String key) throws ImageException {
    Optional<String> text = string(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> bytes = ByteSize.parse(text.get());
    if (bytes.isEmpty()) {
      throw failure(
          key, key + " = \"" + text.get() + "\": write a size such as \"64 KiB\" or \"1 MiB\"");
    }
    return bytes;
  }

  /** A yes or no; no if it is not there. */
  public boolean flag(String key) throws ImageException {
    return value(key, Boolean.class, "true or false").orElse(Boolean.FALSE);
  }

  /** A list of texts; empty if it is not there. */
  public List<String> strings(String key) throws ImageException {
    Optional<TomlArray> array = value(key, TomlArray.class, "a list");
    List<String> texts = new ArrayList<>();
    for (int index = 0; array.isPresent() && index < array.get().size(); index++) {
      if (!(array.get().get(index) instanceof String text)) {
        throw failure(key, key + " must be a list of texts in quotes");
      }
      texts.add(text);
    }
    return texts;
  }

  /** A list of whole numbers of a given length. */
  public List<Long> numbers(String key, int count) throws ImageException {
    Optional<TomlArray> array = value(key, TomlArray.class, "a list of " + count + " numbers");
    List<Long> numbers = new ArrayList<>();
    for (int index = 0; array.isPresent() && index < array.get().size(); index++) {
      if (array.get().get(index) instanceof Long number) {
        numbers.add(number);
      }
    }
    if (array.isEmpty() || array.get().size() != count || numbers.size() != count) {
      throw failure(key, key + " must be a list of " + count + " whole numbers");
    }
    return numbers;
  }

  /** A table below this one; an empty one if it is not there. */
  public TomlSection section(String key) throws ImageException {
    Optional<TomlTable> below = value(key, TomlTable.class, "a table");
    return new TomlSection(fileName, below.orElseGet(() -> Toml.parse("")), lineOf(key));
  }

  /** The tables of an array of tables, in order; none if it is not there. */
  public List<TomlSection> sections(String key) throws ImageException {
    Optional<TomlArray> array = value(key, TomlArray.class, "written as [[" + key + "]]");
    List<TomlSection> below = new ArrayList<>();
    for (int index = 0; array.isPresent() && index < array.get().size(); index++) {
      if (!(array.get().get(index) instanceof TomlTable entry)) {
        throw failure(key, key + " must be written as [[" + key + "]]");
      }
      below.add(new TomlSection(fileName, entry, array.get().inputPositionOf(index).line()));
    }
    return below;
  }

  /** The keys in the order of the file. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>(table.keySet());
    keys.sort(
        Comparator.comparingInt((String key) -> lineOf(key))
            .thenComparingInt(this::columnOf)
            .thenComparing(Comparator.naturalOrder()));
    return keys;
  }

  /** True if the key has a value. */
  public boolean has(String key) {
    knownKeys.add(key);
    return table.get(List.of(key)) != null;
  }

  /** Reports the first key that was never asked for. */
  public void refuseUnknownKeys() throws ImageException {
    for (String key : keys()) {
      if (!knownKeys.contains(key)) {
        throw failure(
            key, "unknown key '" + key + "'; known here: " + String.join(", ", knownKeys));
      }
    }
  }

  /** A failure at a key of this table, or at the table itself if the key is not there. */
  public ImageException failure(String key, String reason) {
    return new ImageException(fileName + ":" + lineOf(key) + ": " + reason);
  }

  /** A failure of the table as a whole. */
  public ImageException failure(String reason) {
    return new ImageException(fileName + ":" + line + ": " + reason);
  }

  private ImageException missing(String key) {
    return failure("'" + key + "' is missing");
  }

  private int lineOf(String key) {
    TomlPosition position = table.inputPositionOf(List.of(key));
    return position == null ? line : position.line();
  }

  private int columnOf(String key) {
    TomlPosition position = table.inputPositionOf(List.of(key));
    return position == null ? 0 : position.column();
  }

  private <T> Optional<T> value(String key, Class<T> type, String wanted) throws ImageException {
    knownKeys.add(key);
    Object value = table.get(List.of(key));
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw failure(key, key + " must be " + wanted);
    }
    return Optional.of(type.cast(value));
  }

  /** All entries of a table of texts, sorted by key. */
  public Map<String, String> stringMap() throws ImageException {
    Map<String, String> entries = new TreeMap<>();
    for (String key : keys()) {
      entries.put(key, requiredString(key));
    }
    return entries;
  }
}
