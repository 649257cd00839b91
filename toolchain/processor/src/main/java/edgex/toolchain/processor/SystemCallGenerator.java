package edgex.toolchain.processor;

import edgex.toolchain.processor.SystemCallTable.Call;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Writes what comes from a system-call table: numbers, page, user stubs, kernel dispatcher. */
final class SystemCallGenerator {
  private SystemCallGenerator() {}

  /** The numbers and the reference page, beside the table itself. */
  static void numbersAndPage(Declarations declarations, TypeElement type) {
    Optional<SystemCallTable> read = SystemCallReader.read(declarations, type);
    if (read.isEmpty()) {
      return;
    }
    SystemCallTable table = read.get();
    declarations.writeClass(table.packageName(), table.numbersName(), numbers(table), type);
    declarations.writePage(
        Names.dashed(table.stubsName()), new SystemCallPage(declarations, table).text(), type);
  }

  private static SourceText numbers(SystemCallTable table) {
    SourceText text = SourceText.file(table.packageName(), table.qualifiedName());
    text.documentation("Numbers of the system calls of {@link %s}.", table.type().getSimpleName());
    text.line("public final class %s {", table.numbersName());
    text.documentation("Version of the table.");
    text.line("public static final int VERSION = %d;", table.version());
    text.line("");
    text.documentation("Numbers are below this one.");
    List<Call> calls = table.calls();
    text.line("public static final int END = %d;", calls.get(calls.size() - 1).number() + 1);
    for (Call call : calls) {
      text.line("");
      text.documentation("{@link %s#%s}.", table.type().getSimpleName(), call.name());
      text.line("public static final int %s = %d;", Names.constant(call.name()), call.number());
    }
    text.line("");
    text.line("private %s() {}", table.numbersName());
    return text.line("}");
  }

  /** The user side, beside the class that asks for it. */
  static void stubs(Declarations declarations, TypeElement beside) {
    AnnotationValues request =
        declarations.annotation(beside, "GenerateSystemCallStubs").orElseThrow();
    Optional<SystemCallTable> table = table(declarations, beside, request);
    Optional<TypeElement> trap = request.type("trap");
    if (table.isPresent() && trap.isPresent()) {
      String packageName = declarations.packageOf(beside);
      SourceText text =
          SystemCallStubs.text(packageName, table.get(), trap.get(), request.flag("unmanaged"));
      declarations.writeClass(packageName, table.get().stubsName(), text, beside);
    }
  }

  /** The kernel side, beside the class that asks for it. */
  static void dispatcher(Declarations declarations, TypeElement beside) {
    AnnotationValues request =
        declarations.annotation(beside, "GenerateSystemCallDispatcher").orElseThrow();
    Optional<SystemCallTable> table = table(declarations, beside, request);
    Optional<TypeElement> context = request.type("context");
    if (table.isPresent() && context.isPresent()) {
      new SystemCallDispatcher(
              declarations, beside, table.get(), request.types("handlers"), context.get())
          .write();
    }
  }

  private static Optional<SystemCallTable> table(
      Declarations declarations, TypeElement beside, AnnotationValues request) {
    Optional<TypeElement> type = request.type("table");
    if (type.isEmpty() || declarations.annotation(type.get(), "SystemCallInterface").isEmpty()) {
      declarations.problems().report(beside, "table is no @SystemCallInterface");
      return Optional.empty();
    }
    return SystemCallReader.read(declarations, type.get());
  }
}
