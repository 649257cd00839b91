package edgex.toolchain.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** A checked declaration of a service, its operations ordered by number. */
record ServiceDeclaration(
    TypeElement type,
    String packageName,
    String simpleName,
    String name,
    int version,
    Optional<Constants> errors,
    List<Operation> operations) {

  /** One operation. */
  record Operation(
      ExecutableElement method,
      String name,
      int number,
      boolean idempotent,
      boolean deferred,
      List<MessageField> parameters,
      Result result,
      List<Failure> failures) {

    /** The buffer that the reply fills, if the operation lends one. */
    Optional<MessageField> filledBuffer() {
      return parameters.stream()
          .filter(parameter -> parameter.kind() == MessageField.Kind.FILLED)
          .findFirst();
    }

    /** What the reply carries. */
    List<MessageField> replyFields() {
      return filledBuffer().map(List::of).orElse(result.fields());
    }
  }

  /**
   * What an operation returns.
   *
   * @param javaType as in the declaration
   * @param isRecord whether the fields are the components of one record
   * @param fields none, one, or those of the record
   */
  record Result(String javaType, boolean isRecord, List<MessageField> fields) {}

  /** An error and its reason. */
  record Failure(String error, int value, String when) {}
}
