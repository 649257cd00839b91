package edgex.tests.kernel;

/**
 * What the suite was asked for.
 *
 * @param only a part of the names of the cases to run; empty: all
 * @param fuzzCalls how many random calls the fuzzer makes
 * @param seed where its random numbers start
 */
record Options(String only, int fuzzCalls, long seed) {
  private static final int USUAL_FUZZ_CALLS = 20_000;
  private static final long USUAL_SEED = 1;

  /**
   * Reads {@code [--calls N] [--seed N] [--only TEXT]}; the text is the rest of the line.
   *
   * @throws IllegalArgumentException naming the word that is none of these
   */
  static Options parse(String line) {
    int calls = USUAL_FUZZ_CALLS;
    long seed = USUAL_SEED;
    String only = "";
    String rest = line.strip();
    while (!rest.isEmpty()) {
      String[] words = rest.split(" ", 3);
      if (words.length < 2) {
        throw new IllegalArgumentException(words[0] + " needs a value");
      }
      String next = words.length > 2 ? words[2] : "";
      switch (words[0]) {
        case "--calls" -> calls = Integer.parseInt(words[1]);
        case "--seed" -> seed = Long.parseLong(words[1]);
        case "--only" -> {
          only = rest.substring("--only ".length()).replace("'", "");
          next = "";
        }
        default -> throw new IllegalArgumentException(words[0] + " is not an option of this suite");
      }
      rest = next;
    }
    return new Options(only, calls, seed);
  }
}
