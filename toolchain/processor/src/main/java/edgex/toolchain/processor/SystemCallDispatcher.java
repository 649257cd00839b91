package edgex.toolchain.processor;

import edgex.toolchain.processor.SystemCallTable.Call;
import edgex.toolchain.processor.SystemCallTable.Parameter;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Writes the kernel side of the system calls: one dense switch over the number. */
final class SystemCallDispatcher {
  private final Declarations declarations;
  private final TypeElement beside;
  private final SystemCallTable table;
  private final List<TypeElement> handlers;
  private final TypeElement context;

  SystemCallDispatcher(
      Declarations declarations,
      TypeElement beside,
      SystemCallTable table,
      List<TypeElement> handlers,
      TypeElement context) {
    this.declarations = declarations;
    this.beside = beside;
    this.table = table;
    this.handlers = handlers;
    this.context = context;
  }

  /** Writes the class, unless a handler is missing, doubled or of another signature. */
  void write() {
    int problemsBefore = declarations.problems().count();
    String packageName = declarations.packageOf(beside);
    SourceText text = SourceText.file(packageName, table.qualifiedName());
    text.line("import %s;", table.errors().type().getQualifiedName());
    text.line("import %s.%s;", table.packageName(), table.numbersName());
    text.line("import org.teavm.interop.StaticInit;");
    text.line("import org.teavm.interop.Unmanaged;");
    text.line("");
    text.documentation("Calls the handler of a system call.");
    text.line("@StaticInit");
    text.line("public final class %s {", table.dispatcherName());
    text.line("private %s() {}", table.dispatcherName());
    text.line("");
    text.documentation("The result, or the negative error, of the call with this number.");
    text.line("@Unmanaged");
    text.line("public static long dispatch(");
    text.line("    %s caller, int number) {", context.getQualifiedName());
    text.line("return switch (number) {");
    for (Call call : table.calls()) {
      findHandler(call).ifPresent(handler -> writeCase(text, call, handler));
    }
    text.line("default -> %s.%s;", errorsName(), unknownCall());
    text.line("};").line("}").line("}");
    if (declarations.problems().count() == problemsBefore) {
      declarations.writeClass(packageName, table.dispatcherName(), text, beside);
    }
  }

  private void writeCase(SourceText text, Call call, ExecutableElement handler) {
    StringBuilder arguments = new StringBuilder("caller");
    for (int i = 0; i < call.parameters().size(); i++) {
      boolean narrow = call.parameters().get(i).type().getKind() == TypeKind.INT;
      arguments.append(narrow ? ", (int) " : ", ").append("caller.argument").append(i).append("()");
    }
    text.line(
        "case %s.%s -> %s.%s(%s);",
        table.numbersName(),
        Names.constant(call.name()),
        ((TypeElement) handler.getEnclosingElement()).getQualifiedName(),
        call.name(),
        arguments);
  }

  private String errorsName() {
    return table.errors().type().getSimpleName().toString();
  }

  private String unknownCall() {
    return table.errors().name(table.unknownCall()).orElseThrow();
  }

  private Optional<ExecutableElement> findHandler(Call call) {
    ExecutableElement found = null;
    for (TypeElement type : handlers) {
      for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if (!method.getSimpleName().contentEquals(call.name())) {
          continue;
        }
        if (found != null) {
          problem("system call " + call.name() + " has two handlers, one in " + type);
        }
        found = method;
      }
    }
    if (found == null) {
      problem("no handler class has system call " + call.name() + ": " + expected(call));
    } else if (!matches(call, found)) {
      problem("handler in " + found.getEnclosingElement() + " must be " + expected(call));
    }
    return Optional.ofNullable(found);
  }

  private boolean matches(Call call, ExecutableElement handler) {
    List<? extends VariableElement> actual = handler.getParameters();
    boolean matches =
        handler.getModifiers().contains(Modifier.STATIC)
            && !handler.getModifiers().contains(Modifier.PRIVATE)
            && handler.getReturnType().getKind() == call.result().getKind()
            && actual.size() == call.parameters().size() + 1
            && declarations.same(actual.get(0).asType(), context.asType());
    for (int i = 1; matches && i < actual.size(); i++) {
      Parameter expected = call.parameters().get(i - 1);
      matches = actual.get(i).asType().getKind() == expected.type().getKind();
    }
    return matches;
  }

  private String expected(Call call) {
    StringBuilder signature = new StringBuilder("static ");
    signature.append(call.result()).append(' ').append(call.name()).append('(');
    signature.append(context.getSimpleName()).append(" caller");
    for (Parameter parameter : call.parameters()) {
      signature.append(", ").append(parameter.type()).append(' ').append(parameter.name());
    }
    return signature.append(')').toString();
  }

  private void problem(String message) {
    declarations.problems().report(beside, message);
  }
}
