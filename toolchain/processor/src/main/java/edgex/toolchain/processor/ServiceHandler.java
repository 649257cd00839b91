package edgex.toolchain.processor;

import edgex.toolchain.processor.MessageField.Kind;
import edgex.toolchain.processor.ServiceDeclaration.Operation;

/** Writes the interface that a server of a service implements. */
final class ServiceHandler {
  private ServiceHandler() {}

  static SourceText text(ServiceDeclaration service) {
    SourceText text = SourceText.of(service);
    boolean deferred = service.operations().stream().anyMatch(Operation::deferred);
    if (deferred) {
      text.imports("Answer", "Message", "ServiceException");
    } else {
      text.imports("ServiceException");
    }
    text.documentation(
        "What a server of {@link %s} implements; {@code client} is the badge of the caller.",
        service.simpleName());
    text.line("public interface %sHandler {", service.simpleName());
    String separator = "";
    for (Operation operation : service.operations()) {
      if (!separator.isEmpty()) {
        text.line("");
      }
      separator = "\n";
      text.documentation(
          "{@link %s#%s}%s.",
          service.simpleName(), operation.name(), operation.deferred() ? ", now or later" : "");
      text.line(signature(operation) + " throws ServiceException;");
    }
    return text.line("}");
  }

  private static String signature(Operation operation) {
    StringBuilder signature = new StringBuilder();
    signature.append(operation.deferred() ? "Answer" : operation.result().javaType());
    signature.append(' ').append(operation.name()).append("(long client");
    if (operation.deferred()) {
      signature.append(", long reply");
    }
    for (MessageField field : operation.parameters()) {
      boolean sizeOnly = operation.deferred() && field.kind() == Kind.FILLED;
      signature.append(", ").append(sizeOnly ? "int" : field.javaType()).append(' ');
      signature.append(sizeOnly ? sizeName(field) : field.name());
    }
    return signature.append(operation.deferred() ? ", Message frame)" : ")").toString();
  }

  /** The name by which a deferred operation's handler knows the size of a lent buffer. */
  static String sizeName(MessageField buffer) {
    return buffer.name() + "Bytes";
  }
}
