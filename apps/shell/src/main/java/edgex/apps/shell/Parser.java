package edgex.apps.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * From tokens to pipelines.
 *
 * <pre>
 *   line        = { pipeline ( ";" | "&amp;" ) } [ pipeline ]
 *   pipeline    = command { "|" command } [ ( ">" | ">>" ) word ]
 *   command     = word { word }
 * </pre>
 */
final class Parser {
  private final List<Token> tokens;
  private int position;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * The pipelines of a line, in the order in which they run; none for an empty line.
   *
   * @param lastStatus what {@code $?} stands for
   */
  static List<Pipeline> parse(String line, int lastStatus) throws SyntaxException {
    return new Parser(Lexer.tokens(line, lastStatus)).parseLine();
  }

  private List<Pipeline> parseLine() throws SyntaxException {
    List<Pipeline> pipelines = new ArrayList<>();
    while (position < tokens.size()) {
      pipelines.add(parsePipeline());
    }
    return pipelines;
  }

  private Pipeline parsePipeline() throws SyntaxException {
    List<Pipeline.Command> commands = new ArrayList<>();
    commands.add(parseCommand());
    while (at(Token.Kind.PIPE)) {
      position++;
      commands.add(parseCommand());
    }
    Pipeline.Redirection output = parseRedirection();
    boolean background = at(Token.Kind.BACKGROUND);
    if (position < tokens.size()) {
      if (!tokens.get(position).endsPipeline()) {
        throw unexpected();
      }
      position++;
    }
    return new Pipeline(commands, output, background);
  }

  private Pipeline.Command parseCommand() throws SyntaxException {
    if (!at(Token.Kind.WORD)) {
      throw unexpected();
    }
    String name = tokens.get(position++).text();
    if (name.isEmpty()) {
      throw new SyntaxException("a command has no name");
    }
    List<String> arguments = new ArrayList<>();
    while (at(Token.Kind.WORD)) {
      arguments.add(tokens.get(position++).text());
    }
    return new Pipeline.Command(name, arguments);
  }

  private Pipeline.Redirection parseRedirection() throws SyntaxException {
    boolean append = at(Token.Kind.OUTPUT_APPEND);
    if (!append && !at(Token.Kind.OUTPUT)) {
      return null;
    }
    position++;
    if (!at(Token.Kind.WORD)) {
      throw new SyntaxException("a file name is missing after '" + previousText() + "'");
    }
    return new Pipeline.Redirection(tokens.get(position++).text(), append);
  }

  private boolean at(Token.Kind kind) {
    return position < tokens.size() && tokens.get(position).kind() == kind;
  }

  private String previousText() {
    return tokens.get(position - 1).text();
  }

  private SyntaxException unexpected() {
    if (position < tokens.size()) {
      return new SyntaxException("'" + tokens.get(position).text() + "' is not expected here");
    }
    return new SyntaxException("a command is missing after '" + previousText() + "'");
  }
}
