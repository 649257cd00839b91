package edgex.toolchain.processor;

import java.util.List;
import java.util.stream.Collectors;

/** A Java source under construction, with indentation by braces. */
@SuppressWarnings(
    "AnnotateFormatMethod") // the annotation is in a library that nothing else here needs
final class SourceText {
  private static final int INDENTATION = 2;
  private final StringBuilder text = new StringBuilder();
  private int depth;

  /** Starts a file: a header that says where it comes from, and the package. */
  static SourceText file(String packageName, String origin) {
    return new SourceText()
        .line("// Generated from %s. Change that, not this.", origin)
        .line("package %s;", packageName)
        .line("");
  }

  /** Starts a file beside a service. */
  static SourceText of(ServiceDeclaration service) {
    return file(service.packageName(), service.type().getQualifiedName().toString());
  }

  /** Appends imports from the package of messages. */
  SourceText imports(String... simpleNames) {
    for (String simpleName : simpleNames) {
      line("import edgex.abi.ipc.%s;", simpleName);
    }
    return line("");
  }

  /** The local variable that holds a field taken from a message; never a name in scope. */
  static String local(MessageField field) {
    return field.name() + "Field";
  }

  /** The local variables of several fields as arguments. */
  static String names(List<MessageField> fields) {
    return fields.stream().map(SourceText::local).collect(Collectors.joining(", "));
  }

  /**
   * Takes all fields of a reply into local variables. Capabilities come last: when anything else is
   * malformed none was taken, and the message still owns them all.
   */
  SourceText takeAll(List<MessageField> fields, String malformed) {
    for (MessageField field : fields) {
      if (!field.isCapability()) {
        line("%s %s = %s;", field.javaType(), local(field), field.take(malformed));
      }
    }
    line("Wire.expectEnd(frame, %s);", malformed);
    for (MessageField field : fields) {
      if (field.isCapability()) {
        line("int %s = %s;", local(field), field.take(malformed));
      }
    }
    return this;
  }

  /** Appends a line; one that ends in an opening brace indents what follows. */
  SourceText line(String format, Object... arguments) {
    String line = arguments.length == 0 ? format : String.format(format, arguments);
    if (line.startsWith("}")) {
      depth--;
    }
    if (!line.isEmpty()) {
      text.append(" ".repeat(INDENTATION * depth)).append(line);
    }
    text.append('\n');
    if (line.endsWith("{")) {
      depth++;
    }
    return this;
  }

  /** Appends a doc comment of one paragraph. */
  SourceText documentation(String format, Object... arguments) {
    return line(
        "/** " + (arguments.length == 0 ? format : String.format(format, arguments)) + " */");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
