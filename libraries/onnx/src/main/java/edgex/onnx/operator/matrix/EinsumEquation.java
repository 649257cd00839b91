package edgex.onnx.operator.matrix;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The equation of an Einsum, such as {@code bij,bjk->bik}: a letter for every axis of each operand,
 * and those of the result. Without an arrow the result has the letters that occur once, in
 * alphabetical order. An ellipsis stands for further axes, which broadcast.
 */
final class EinsumEquation {
  /** Stands for the axes of an ellipsis in a list of letters. */
  static final char ELLIPSIS = '.';

  private final List<String> operands = new ArrayList<>();
  private final String result;

  EinsumEquation(NodeContext context, String text) throws ModelFormatException {
    String equation = withoutSpaces(text);
    int arrow = equation.indexOf("->");
    String left = arrow < 0 ? equation : equation.substring(0, arrow);
    int start = 0;
    while (start <= left.length()) {
      int comma = left.indexOf(',', start);
      int end = comma < 0 ? left.length() : comma;
      operands.add(terms(context, left.substring(start, end)));
      start = end + 1;
    }
    this.result = arrow < 0 ? implied() : terms(context, equation.substring(arrow + 2));
    for (int index = 0; index < result.length(); index++) {
      char letter = result.charAt(index);
      boolean known = letter == ELLIPSIS;
      for (String operand : operands) {
        known |= operand.indexOf(letter) >= 0;
      }
      context.require(
          known && result.indexOf(letter) == index, "the equation's result has a wrong letter");
    }
  }

  private static String withoutSpaces(String text) {
    StringBuilder kept = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) != ' ') {
        kept.append(text.charAt(index));
      }
    }
    return kept.toString();
  }

  /** The letters of one term, the three dots of an ellipsis made one. */
  private static String terms(NodeContext context, String text) throws ModelFormatException {
    int dots = text.indexOf("...");
    String term = dots < 0 ? text : text.substring(0, dots) + ELLIPSIS + text.substring(dots + 3);
    for (int index = 0; index < term.length(); index++) {
      char letter = term.charAt(index);
      boolean isLetter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
      boolean isEllipsis = index == dots && letter == ELLIPSIS;
      context.require(isLetter || isEllipsis, "the equation has the term '" + text + "'");
    }
    return term;
  }

  private String implied() {
    StringBuilder letters = new StringBuilder();
    boolean ellipsis = false;
    for (char letter = 'A'; letter <= 'z'; letter++) {
      int occurrences = 0;
      for (String operand : operands) {
        ellipsis |= operand.indexOf(ELLIPSIS) >= 0;
        for (int index = 0; index < operand.length(); index++) {
          occurrences += operand.charAt(index) == letter ? 1 : 0;
        }
      }
      if (occurrences == 1) {
        letters.append(letter);
      }
    }
    return (ellipsis ? String.valueOf(ELLIPSIS) : "") + letters;
  }

  /** The letters of each operand. */
  List<String> operands() {
    return operands;
  }

  /** The letters of the result. */
  String result() {
    return result;
  }
}
