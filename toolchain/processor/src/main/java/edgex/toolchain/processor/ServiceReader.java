package edgex.toolchain.processor;

import edgex.toolchain.processor.ServiceDeclaration.Failure;
import edgex.toolchain.processor.ServiceDeclaration.Operation;
import edgex.toolchain.processor.ServiceDeclaration.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads and checks a {@code @Service}. */
final class ServiceReader {
  private static final String EXCEPTION = "edgex.abi.ipc.ServiceException";
  private static final int FIRST_CODE = 16;

  private final Declarations declarations;
  private final MessageFieldReader fields;
  private final TypeElement type;
  private final AnnotationValues values;
  private final Optional<Constants> errors;

  ServiceReader(Declarations declarations, TypeElement type) {
    this.declarations = declarations;
    this.fields = new MessageFieldReader(declarations);
    this.type = type;
    this.values = declarations.annotation(type, "Service").orElseThrow();
    this.errors = values.type("errors").map(Constants::new);
  }

  /** The service; empty after at least one reported problem. */
  Optional<ServiceDeclaration> read() {
    int problemsBefore = declarations.problems().count();
    if (!values.text("name").matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      problem(type, "a service's name is lower case with dashes");
    }
    checkErrors();
    List<Operation> operations = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ExecutableElement method : declarations.operations(type)) {
      if (!names.add(method.getSimpleName().toString())) {
        problem(method, "two operations are named " + method.getSimpleName());
      }
      Optional<AnnotationValues> operation = declarations.annotation(method, "Operation");
      if (operation.isEmpty()) {
        problem(method, "needs @Operation with its number");
      } else {
        operations.add(readOperation(method, operation.get()));
      }
    }
    operations.sort(Comparator.comparingInt(Operation::number));
    checkNumbers(operations);
    if (declarations.problems().count() != problemsBefore) {
      return Optional.empty();
    }
    return Optional.of(
        new ServiceDeclaration(
            type,
            declarations.packageOf(type),
            type.getSimpleName().toString(),
            values.text("name"),
            values.integer("version"),
            errors,
            operations));
  }

  private void checkErrors() {
    if (errors.isEmpty()) {
      return;
    }
    for (var error : errors.get().names().entrySet()) {
      if (error.getKey() < FIRST_CODE) {
        problem(
            type,
            String.format(
                "error %s is %d: a service's own errors are numbered from %d",
                error.getValue(), error.getKey(), FIRST_CODE));
      }
    }
  }

  private Operation readOperation(ExecutableElement method, AnnotationValues operation) {
    if (operation.integer("number") < 1) {
      problem(method, "operations are numbered from 1");
    }
    if (method.getThrownTypes().size() != 1
        || !method.getThrownTypes().get(0).toString().equals(EXCEPTION)) {
      problem(method, "an operation throws " + EXCEPTION + " and nothing else");
    }
    List<MessageField> parameters = fields.parameters(method);
    Result result = fields.result(method);
    Operation read =
        new Operation(
            method,
            method.getSimpleName().toString(),
            operation.integer("number"),
            operation.flag("idempotent"),
            declarations.annotation(method, "Deferred").isPresent(),
            parameters,
            result,
            readFailures(method));
    checkBuffers(read);
    fields.checkFits(method, "request", parameters, MessageField.requestBytes(parameters));
    fields.checkFits(
        method, "reply", read.replyFields(), MessageField.replyBytes(read.replyFields()));
    return read;
  }

  private void checkBuffers(Operation operation) {
    long buffers =
        operation.parameters().stream()
            .filter(parameter -> parameter.kind() == MessageField.Kind.FILLED)
            .count();
    if (buffers > 1) {
      problem(operation.method(), "an operation lends at most one @Out buffer");
    }
    List<MessageField> results = operation.result().fields();
    boolean returnsCount = results.size() == 1 && results.get(0).kind() == MessageField.Kind.INT;
    if (buffers > 0 && (operation.result().isRecord() || !returnsCount)) {
      problem(operation.method(), "an operation with an @Out buffer returns the int bytes filled");
    }
  }

  private List<Failure> readFailures(ExecutableElement method) {
    List<Failure> failures = new ArrayList<>();
    for (AnnotationValues raises : declarations.annotations(method, "Raises")) {
      int code = raises.integer("code");
      Optional<String> name = errors.flatMap(constants -> constants.name(code));
      if (name.isEmpty()) {
        problem(method, "code " + code + " is no constant of the service's errors class");
      }
      if (raises.text("when").isBlank()) {
        problem(method, "code " + name.orElse("" + code) + " has no reason");
      }
      failures.add(new Failure(name.orElse(""), code, raises.text("when")));
    }
    return failures;
  }

  private void checkNumbers(List<Operation> operations) {
    Map<Integer, Operation> seen = new HashMap<>();
    for (Operation operation : operations) {
      Operation earlier = seen.putIfAbsent(operation.number(), operation);
      if (earlier != null) {
        problem(
            operation.method(), "number " + operation.number() + " is already " + earlier.name());
      }
    }
  }

  private void problem(Element element, String message) {
    declarations.problems().report(element, message);
  }
}
