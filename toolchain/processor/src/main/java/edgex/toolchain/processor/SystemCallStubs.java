package edgex.toolchain.processor;

import edgex.toolchain.processor.SystemCallTable.Call;
import edgex.toolchain.processor.SystemCallTable.Parameter;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Writes the user side of the system calls: one static method each, over a trap class. */
final class SystemCallStubs {
  private SystemCallStubs() {}

  static SourceText text(
      String packageName, SystemCallTable table, TypeElement trap, boolean unmanaged) {
    SourceText text = SourceText.file(packageName, table.qualifiedName());
    text.line("import %s;", table.qualifiedName());
    text.line("import %s.%s;", table.packageName(), table.numbersName());
    if (unmanaged) {
      text.line("import org.teavm.interop.StaticInit;");
      text.line("import org.teavm.interop.Unmanaged;");
    }
    text.line("");
    text.documentation("The system calls of {@link %s}.", table.type().getSimpleName());
    if (unmanaged) {
      text.line("@StaticInit");
    }
    text.line("public final class %s {", table.stubsName());
    text.line("private %s() {}", table.stubsName());
    for (Call call : table.calls()) {
      text.line("");
      text.documentation("{@link %s#%s}.", table.type().getSimpleName(), call.name());
      if (unmanaged) {
        text.line("@Unmanaged");
      }
      writeStub(text, table, call, trap);
    }
    return text.line("}");
  }

  private static void writeStub(
      SourceText text, SystemCallTable table, Call call, TypeElement trap) {
    String declared =
        call.parameters().stream()
            .map(parameter -> parameter.type() + " " + parameter.name())
            .collect(Collectors.joining(", "));
    String passed =
        call.parameters().stream()
            .map(Parameter::name)
            .map(name -> ", " + name)
            .collect(Collectors.joining());
    text.line("public static %s %s(%s) {", call.result(), call.name(), declared);
    text.line(
        "return %s%s.call%d(%s.%s%s);",
        call.result().getKind() == TypeKind.INT ? "(int) " : "",
        trap.getQualifiedName(),
        call.parameters().size(),
        table.numbersName(),
        Names.constant(call.name()),
        passed);
    text.line("}");
  }
}
