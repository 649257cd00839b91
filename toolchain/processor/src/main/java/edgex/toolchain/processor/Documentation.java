package edgex.toolchain.processor;

import java.util.regex.Pattern;

/** Turns the small part of Javadoc that declarations use into Markdown. */
final class Documentation {
  private static final Pattern CODE = Pattern.compile("\\{@code\\s+([^}]*)}");
  private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+#?([^}]*)}");
  private static final Pattern BLOCK_TAGS = Pattern.compile("(?ms)^@\\w+.*");
  private static final Pattern PARAGRAPH = Pattern.compile("\\s*<p>\\s*");
  private static final Pattern ITEM = Pattern.compile("\\s*<li>\\s*");
  private static final Pattern LIST = Pattern.compile("\\s*</?ul>\\s*");
  private static final Pattern PRE_START = Pattern.compile("\\s*<pre>\\s*\\n");
  private static final Pattern PRE_END = Pattern.compile("\\s*\\n\\s*</pre>\\s*");
  private static final Pattern LINE_START = Pattern.compile("(?m)^ ");

  private Documentation() {}

  /** Converts a doc comment; block tags such as {@code @param} are left to the tables. */
  static String toMarkdown(String comment) {
    String text = LINE_START.matcher(comment).replaceAll("");
    text = BLOCK_TAGS.matcher(text).replaceAll("");
    text = CODE.matcher(text).replaceAll("`$1`");
    text = LINK.matcher(text).replaceAll("`$1`");
    text = PARAGRAPH.matcher(text).replaceAll("\n\n");
    text = ITEM.matcher(text).replaceAll("\n- ");
    text = LIST.matcher(text).replaceAll("\n\n");
    text = PRE_START.matcher(text).replaceAll("\n\n```text\n");
    text = PRE_END.matcher(text).replaceAll("\n```\n\n");
    return text.strip();
  }
}
