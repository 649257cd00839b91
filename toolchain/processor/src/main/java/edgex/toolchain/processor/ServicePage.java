package edgex.toolchain.processor;

import edgex.toolchain.processor.ServiceDeclaration.Failure;
import edgex.toolchain.processor.ServiceDeclaration.Operation;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the reference page of a service. */
final class ServicePage {
  private final Declarations declarations;
  private final ServiceDeclaration service;
  private final PageText page = new PageText();

  ServicePage(Declarations declarations, ServiceDeclaration service) {
    this.declarations = declarations;
    this.service = service;
  }

  /** The page as Markdown. */
  String text() {
    page.line("# Service %s", service.name()).line("");
    page.line(
            "Generated from `%s`, version %d.",
            service.type().getQualifiedName(), service.version())
        .line("");
    page.paragraph(declarations.documentation(service.type()));
    page.line("Every operation may also fail with an error of `ServiceErrors`.");
    service.operations().forEach(this::writeOperation);
    return page.toString();
  }

  private void writeOperation(Operation operation) {
    String parameters =
        operation.parameters().stream()
            .map(field -> field.javaType() + " " + field.name())
            .collect(Collectors.joining(", "));
    page.line("").line("## %d %s", operation.number(), operation.name()).line("");
    page.line("```java");
    page.line("%s %s(%s)", operation.result().javaType(), operation.name(), parameters);
    page.line("```").line("");
    page.paragraph(declarations.documentation(operation.method()));
    writeFields("parameter", operation.parameters());
    if (operation.filledBuffer().isEmpty()) {
      writeFields("result", operation.result().fields());
    }
    page.line(
        "Idempotent: %s.%s",
        PageText.yesOrNo(operation.idempotent()),
        operation.deferred() ? " May be answered later." : "");
    if (!operation.failures().isEmpty()) {
      page.line("").line("| error | value | when |").line("|---|---:|---|");
      for (Failure failure : operation.failures()) {
        page.line("| `%s` | %d | %s |", failure.error(), failure.value(), failure.when());
      }
    }
  }

  private void writeFields(String what, List<MessageField> fields) {
    if (fields.isEmpty()) {
      return;
    }
    page.line("| %s | travels as |", what).line("|---|---|");
    for (MessageField field : fields) {
      page.line("| `%s` | %s |", field.name(), meaning(field));
    }
    page.line("");
  }

  private static String meaning(MessageField field) {
    return switch (field.kind()) {
      case INT -> "a word, 32-bit";
      case LONG -> "a word";
      case CAPABILITY -> "a capability";
      case TEXT -> "UTF-8, at most " + field.maximumBytes() + " bytes";
      case BYTES -> "at most " + field.maximumBytes() + " bytes, read";
      case FILLED -> "at most " + field.maximumBytes() + " bytes, filled; the result is how many";
    };
  }
}
