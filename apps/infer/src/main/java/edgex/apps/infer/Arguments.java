package edgex.apps.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What follows a command's name: files in order, and options, each with a value. */
final class Arguments {
  private final List<String> places = new ArrayList<>();
  private final Map<String, String> options = new HashMap<>();

  /**
   * Sorts the words.
   *
   * @param words those after the command's name
   * @param allowed names of the options, with their dashes
   */
  Arguments(List<String> words, List<String> allowed) throws UsageException {
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      if (!word.startsWith("--")) {
        places.add(word);
      } else if (!allowed.contains(word)) {
        throw new UsageException("unknown option " + word);
      } else if (++index == words.size()) {
        throw new UsageException("option " + word + " needs a value");
      } else {
        options.put(word, words.get(index));
      }
    }
  }

  /** Number of words that are no options. */
  int count() {
    return places.size();
  }

  /** The word at {@code index}, from 0 on. */
  String get(int index) {
    return places.get(index);
  }

  /** The value of an option, or null. */
  String option(String name) {
    return options.get(name);
  }

  /** The value of an option as a whole number, or {@code usual} if it is not there. */
  int number(String name, int usual, int least, int most) throws UsageException {
    String text = options.get(name);
    if (text == null) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, as of a number that is too small or too large.
    }
    throw new UsageException(name + " is a number from " + least + " to " + most);
  }
}
