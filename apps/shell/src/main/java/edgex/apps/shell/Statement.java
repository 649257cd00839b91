package edgex.apps.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * A pipeline as it was typed: what {@code $?} stands for is filled in when it is its turn to run.
 *
 * @param commands at least one, each of at least one word
 * @param output where the last one's output goes, or null for the terminal
 * @param background whether the shell goes on without waiting
 */
record Statement(List<List<Word>> commands, Redirection output, boolean background) {
  /**
   * Output into a file.
   *
   * @param path of the file
   * @param append whether what the file holds is kept
   */
  record Redirection(Word path, boolean append) {}

  /** What is to run when the last command ended with this status. */
  Pipeline pipeline(int lastStatus) {
    List<Pipeline.Command> ready = new ArrayList<>();
    for (List<Word> words : commands) {
      List<String> texts = new ArrayList<>();
      for (Word word : words) {
        texts.add(word.text(lastStatus));
      }
      ready.add(new Pipeline.Command(texts.get(0), texts.subList(1, texts.size())));
    }
    Pipeline.Redirection target =
        output == null
            ? null
            : new Pipeline.Redirection(output.path().text(lastStatus), output.append());
    return new Pipeline(ready, target, background);
  }
}
