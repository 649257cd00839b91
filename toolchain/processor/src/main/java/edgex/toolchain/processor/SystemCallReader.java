package edgex.toolchain.processor;

import edgex.toolchain.processor.SystemCallTable.Buffer;
import edgex.toolchain.processor.SystemCallTable.Call;
import edgex.toolchain.processor.SystemCallTable.Failure;
import edgex.toolchain.processor.SystemCallTable.Handle;
import edgex.toolchain.processor.SystemCallTable.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads and checks a {@code @SystemCallInterface}. */
final class SystemCallReader {
  private final Declarations declarations;
  private final TypeElement type;
  private final AnnotationValues values;
  private final Constants errors;
  private final Constants rights;

  private SystemCallReader(
      Declarations declarations,
      TypeElement type,
      AnnotationValues values,
      Constants errors,
      Constants rights) {
    this.declarations = declarations;
    this.type = type;
    this.values = values;
    this.errors = errors;
    this.rights = rights;
  }

  /** The table; empty after at least one reported problem. */
  static Optional<SystemCallTable> read(Declarations declarations, TypeElement type) {
    Optional<AnnotationValues> values = declarations.annotation(type, "SystemCallInterface");
    Optional<TypeElement> errors = values.flatMap(found -> found.type("errors"));
    Optional<TypeElement> rights = values.flatMap(found -> found.type("rights"));
    if (errors.isEmpty() || rights.isEmpty()) {
      declarations
          .problems()
          .report(type, "needs @SystemCallInterface with a class of errors and one of rights");
      return Optional.empty();
    }
    return new SystemCallReader(
            declarations,
            type,
            values.get(),
            new Constants(errors.get()),
            new Constants(rights.get()))
        .read();
  }

  private Optional<SystemCallTable> read() {
    int problemsBefore = declarations.problems().count();
    if (errors.name(values.integer("unknownCall")).isEmpty()) {
      problem(type, "unknownCall is no constant of " + errors.type());
    }
    List<Call> calls = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ExecutableElement method : declarations.operations(type)) {
      if (!names.add(method.getSimpleName().toString())) {
        problem(method, "two calls are named " + method.getSimpleName());
      }
      Optional<AnnotationValues> call = declarations.annotation(method, "SystemCall");
      if (call.isEmpty()) {
        problem(method, "needs @SystemCall with its number");
      } else {
        calls.add(readCall(method, call.get()));
      }
    }
    calls.sort(Comparator.comparingInt(Call::number));
    checkNumbers(calls);
    return declarations.problems().count() == problemsBefore
        ? Optional.of(table(calls))
        : Optional.empty();
  }

  private SystemCallTable table(List<Call> calls) {
    String name = type.getSimpleName().toString();
    String suffix = "Table";
    String base = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    return new SystemCallTable(
        type,
        declarations.packageOf(type),
        base,
        values.integer("version"),
        errors,
        rights,
        values.integer("unknownCall"),
        calls);
  }

  private Call readCall(ExecutableElement method, AnnotationValues call) {
    TypeMirror result = method.getReturnType();
    if (!isNumber(result)) {
      problem(method, "a system call returns int or long");
    }
    if (!method.getThrownTypes().isEmpty()) {
      problem(method, "a system call returns its errors, it throws nothing");
    }
    if (method.getParameters().size() > SystemCallTable.MAXIMUM_PARAMETERS) {
      problem(method, "a system call has at most 6 parameters");
    }
    List<Parameter> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      parameters.add(readParameter(method, parameter));
    }
    return new Call(
        method,
        method.getSimpleName().toString(),
        call.integer("number"),
        call.flag("idempotent"),
        result,
        parameters,
        readFailures(method));
  }

  private Parameter readParameter(ExecutableElement method, VariableElement parameter) {
    if (!isNumber(parameter.asType())) {
      problem(parameter, "a system call's parameter is an int or a long");
    }
    Optional<Handle> handle =
        declarations.annotation(parameter, "Handle").map(found -> readHandle(parameter, found));
    Optional<Buffer> buffer =
        declarations
            .annotation(parameter, "UserBuffer")
            .map(found -> readBuffer(method, parameter, found));
    if (handle.isPresent() && buffer.isPresent()) {
      problem(parameter, "is either a handle or the address of a buffer");
    }
    return new Parameter(parameter.getSimpleName().toString(), parameter.asType(), handle, buffer);
  }

  private Handle readHandle(VariableElement parameter, AnnotationValues handle) {
    Optional<List<String>> names = rights.bitNames(handle.integer("rights"));
    if (names.isEmpty()) {
      problem(parameter, "rights has a bit without a name in " + rights.type());
    }
    return new Handle(handle.text("type"), names.orElse(List.of()));
  }

  private Buffer readBuffer(
      ExecutableElement method, VariableElement parameter, AnnotationValues buffer) {
    if (parameter.asType().getKind() != TypeKind.LONG) {
      problem(parameter, "the address of a buffer is a long");
    }
    if (buffer.integer("maximumBytes") <= 0) {
      problem(parameter, "maximumBytes must be positive");
    }
    String length = buffer.text("lengthParameter");
    boolean found = length.isEmpty();
    for (VariableElement other : method.getParameters()) {
      found |= other != parameter && other.getSimpleName().contentEquals(length);
    }
    if (!found) {
      problem(parameter, "lengthParameter names no other parameter: " + length);
    }
    return new Buffer(buffer.constant("direction"), buffer.integer("maximumBytes"), length);
  }

  private List<Failure> readFailures(ExecutableElement method) {
    List<Failure> failures = new ArrayList<>();
    for (AnnotationValues fails : declarations.annotations(method, "Fails")) {
      int value = fails.integer("error");
      Optional<String> name = errors.name(value);
      if (value >= 0 || name.isEmpty()) {
        problem(method, "error " + value + " is no negative constant of " + errors.type());
      }
      if (fails.text("when").isBlank()) {
        problem(method, "error " + name.orElse("" + value) + " has no reason");
      }
      failures.add(new Failure(name.orElse(""), value, fails.text("when")));
    }
    return failures;
  }

  private void checkNumbers(List<Call> sorted) {
    Map<Integer, Call> seen = new HashMap<>();
    int expected = values.integer("firstNumber");
    for (Call call : sorted) {
      Call earlier = seen.putIfAbsent(call.number(), call);
      if (earlier != null) {
        problem(call.method(), "number " + call.number() + " is already " + earlier.name());
      } else if (call.number() != expected) {
        problem(
            call.method(),
            "number " + call.number() + " leaves a gap: the next free number is " + expected);
        return;
      } else {
        expected++;
      }
    }
  }

  private static boolean isNumber(TypeMirror type) {
    return type.getKind() == TypeKind.INT || type.getKind() == TypeKind.LONG;
  }

  private void problem(javax.lang.model.element.Element element, String message) {
    declarations.problems().report(element, message);
  }
}
