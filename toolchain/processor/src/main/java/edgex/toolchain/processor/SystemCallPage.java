package edgex.toolchain.processor;

import edgex.toolchain.processor.SystemCallTable.Buffer;
import edgex.toolchain.processor.SystemCallTable.Call;
import edgex.toolchain.processor.SystemCallTable.Failure;
import edgex.toolchain.processor.SystemCallTable.Handle;
import edgex.toolchain.processor.SystemCallTable.Parameter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the reference page of the system calls. */
final class SystemCallPage {
  private final Declarations declarations;
  private final SystemCallTable table;
  private final PageText page = new PageText();

  SystemCallPage(Declarations declarations, SystemCallTable table) {
    this.declarations = declarations;
    this.table = table;
  }

  /** The page as Markdown. */
  String text() {
    page.line("# System calls").line("");
    page.line("Generated from `%s`, version %d.", table.qualifiedName(), table.version()).line("");
    page.paragraph(declarations.documentation(table.type()));
    page.line("| number | call | idempotent |").line("|---:|---|---|");
    for (Call call : table.calls()) {
      page.line(
          "| %d | [`%s`](#%d-%s) | %s |",
          call.number(),
          call.name(),
          call.number(),
          call.name().toLowerCase(Locale.ROOT),
          PageText.yesOrNo(call.idempotent()));
    }
    table.calls().forEach(this::writeCall);
    return page.toString();
  }

  private void writeCall(Call call) {
    page.line("").line("## %d %s", call.number(), call.name()).line("");
    page.line("```java").line(signature(call)).line("```").line("");
    page.paragraph(declarations.documentation(call.method()));
    if (!call.parameters().isEmpty()) {
      page.line("| parameter | register | meaning |").line("|---|---:|---|");
      for (int i = 0; i < call.parameters().size(); i++) {
        Parameter parameter = call.parameters().get(i);
        page.line("| `%s` | a%d | %s |", parameter.name(), i, meaning(parameter));
      }
      page.line("");
    }
    page.line("Idempotent: %s.", PageText.yesOrNo(call.idempotent()));
    if (!call.failures().isEmpty()) {
      page.line("").line("| error | value | when |").line("|---|---:|---|");
      for (Failure failure : call.failures()) {
        page.line("| `%s` | %d | %s |", failure.error(), failure.value(), failure.when());
      }
    }
  }

  private static String signature(Call call) {
    return call.parameters().stream()
        .map(parameter -> parameter.type() + " " + parameter.name())
        .collect(Collectors.joining(", ", call.result() + " " + call.name() + "(", ")"));
  }

  private static String meaning(Parameter parameter) {
    return parameter
        .handle()
        .map(SystemCallPage::meaning)
        .or(() -> parameter.buffer().map(SystemCallPage::meaning))
        .orElse("`" + parameter.type() + "`");
  }

  private static String meaning(Handle handle) {
    String rights = handle.rights().isEmpty() ? "none" : String.join(", ", handle.rights());
    return "handle of a " + handle.type() + "; rights: " + rights;
  }

  private static String meaning(Buffer buffer) {
    String use = buffer.direction().equals("IN") ? "read by the kernel" : "written by the kernel";
    String length =
        buffer.lengthParameter().isEmpty()
            ? buffer.maximumBytes() + " bytes"
            : "`" + buffer.lengthParameter() + "` bytes, at most " + buffer.maximumBytes();
    return "address of a buffer " + use + ": " + length;
  }
}
