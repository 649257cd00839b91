package edgex.apps.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * From tokens to statements.
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

  /** The statements of a line, in the order in which they run; none for an empty line. */
  static List<Statement> parse(String line) throws SyntaxException {
    return new Parser(Lexer.tokens(line)).parseLine();
  }

  private List<Statement> parseLine() throws SyntaxException {
    List<Statement> statements = new ArrayList<>();
    while (position < tokens.size()) {
      statements.add(parseStatement());
    }
    return statements;
  }

  private Statement parseStatement() throws SyntaxException {
    List<List<Word>> commands = new ArrayList<>();
    commands.add(parseCommand());
    while (at(Token.Kind.PIPE)) {
      position++;
      commands.add(parseCommand());
    }
    Statement.Redirection output = parseRedirection();
    boolean background = at(Token.Kind.BACKGROUND);
    if (position < tokens.size()) {
      if (!tokens.get(position).endsPipeline()) {
        throw unexpected();
      }
      position++;
    }
    return new Statement(commands, output, background);
  }

  /** The words of a command, its name first. */
  private List<Word> parseCommand() throws SyntaxException {
    if (!at(Token.Kind.WORD)) {
      throw unexpected();
    }
    if (tokens.get(position).word().isEmpty()) {
      throw new SyntaxException("a command has no name");
    }
    List<Word> words = new ArrayList<>();
    while (at(Token.Kind.WORD)) {
      words.add(tokens.get(position++).word());
    }
    return words;
  }

  private Statement.Redirection parseRedirection() throws SyntaxException {
    boolean append = at(Token.Kind.OUTPUT_APPEND);
    if (!append && !at(Token.Kind.OUTPUT)) {
      return null;
    }
    position++;
    if (!at(Token.Kind.WORD)) {
      throw new SyntaxException("a file name is missing after '" + previousText() + "'");
    }
    return new Statement.Redirection(tokens.get(position++).word(), append);
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
