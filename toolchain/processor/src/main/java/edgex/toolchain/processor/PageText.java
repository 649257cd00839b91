package edgex.toolchain.processor;

/** A Markdown page under construction. */
@SuppressWarnings("AnnotateFormatMethod") // the annotation is in a library not needed otherwise
final class PageText {
  private final StringBuilder text = new StringBuilder();

  /** Appends a line. */
  PageText line(String format, Object... arguments) {
    text.append(arguments.length == 0 ? format : String.format(format, arguments)).append('\n');
    return this;
  }

  /** Appends a paragraph with the blank line after it, unless it is empty. */
  PageText paragraph(String paragraph) {
    if (!paragraph.isEmpty()) {
      text.append(paragraph).append("\n\n");
    }
    return this;
  }

  static String yesOrNo(boolean condition) {
    return condition ? "yes" : "no";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
