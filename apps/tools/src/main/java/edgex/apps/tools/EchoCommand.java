package edgex.apps.tools;

/** {@code echo}: its arguments, separated by blanks; with {@code -n} without an end of line. */
final class EchoCommand implements Command {
  @Override
  public String usage() {
    return "[-n] [TEXT...]";
  }

  @Override
  public void run(Invocation invocation) {
    String[] words = invocation.arguments();
    boolean sameLine = words.length > 0 && words[0].equals("-n");
    int first = sameLine ? 1 : 0;
    StringBuilder line = new StringBuilder();
    for (int i = first; i < words.length; i++) {
      line.append(i == first ? "" : " ").append(words[i]);
    }
    if (!sameLine) {
      line.append('\n');
    }
    invocation.out().print(line);
  }
}
