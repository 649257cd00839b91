package edgex.toolchain.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** A checked declaration of all system calls, ordered by number. */
record SystemCallTable(
    TypeElement type,
    String packageName,
    String baseName,
    int version,
    Constants errors,
    Constants rights,
    int unknownCall,
    List<Call> calls) {

  /** Registers for parameters. */
  static final int MAXIMUM_PARAMETERS = 6;

  /** One call. */
  record Call(
      ExecutableElement method,
      String name,
      int number,
      boolean idempotent,
      TypeMirror result,
      List<Parameter> parameters,
      List<Failure> failures) {}

  /** One parameter, an {@code int} or a {@code long}. */
  record Parameter(
      String name, TypeMirror type, Optional<Handle> handle, Optional<Buffer> buffer) {}

  /** A capability that a parameter names. */
  record Handle(String type, List<String> rights) {}

  /** A buffer that a parameter points to. */
  record Buffer(String direction, int maximumBytes, String lengthParameter) {}

  /** An error and its reason. */
  record Failure(String error, int value, String when) {}

  String numbersName() {
    return baseName + "Numbers";
  }

  String stubsName() {
    return baseName + "s";
  }

  String dispatcherName() {
    return baseName + "Dispatcher";
  }

  String qualifiedName() {
    return type.getQualifiedName().toString();
  }
}
