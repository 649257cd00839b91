package edgex.toolchain.processor;

import edgex.toolchain.processor.MessageField.Kind;
import edgex.toolchain.processor.ServiceDeclaration.Operation;
import java.util.List;

/** Writes the dispatcher of a service: decodes requests, calls the handler, encodes replies. */
final class ServiceDispatcher {
  private static final String MALFORMED = "ServiceErrors.MALFORMED_REQUEST";

  private ServiceDispatcher() {}

  static SourceText text(ServiceDeclaration service) {
    String name = service.simpleName() + "Dispatcher";
    SourceText text = SourceText.of(service);
    text.imports("Answer", "Dispatcher", "Message", "ServiceErrors", "ServiceException", "Wire");
    text.documentation("Serves the operations of {@link %s}.", service.simpleName());
    text.line("public final class %s implements Dispatcher {", name);
    text.line("private final %sHandler handler;", service.simpleName());
    text.line("");
    text.documentation("A dispatcher to this server.");
    text.line("public %s(%sHandler handler) {", name, service.simpleName());
    text.line("this.handler = handler;");
    text.line("}");
    text.line("");
    writeDispatch(text, service);
    for (Operation operation : service.operations()) {
      text.line("");
      writeOperation(text, service, operation);
    }
    return text.line("}");
  }

  private static void writeDispatch(SourceText text, ServiceDeclaration service) {
    text.line("@Override");
    text.line("public Answer dispatch(Message frame, long client, long reply) {");
    text.line("try {");
    text.line("return switch (frame.label()) {");
    for (Operation operation : service.operations()) {
      text.line(
          "case %sOperations.%s -> %s(frame, client%s);",
          service.simpleName(),
          Names.constant(operation.name()),
          operation.name(),
          operation.deferred() ? ", reply" : "");
    }
    text.line("default -> throw new ServiceException(ServiceErrors.UNKNOWN_OPERATION);");
    text.line("};");
    text.line("} catch (ServiceException failure) {");
    text.line("return Wire.refuse(frame, failure);");
    text.line("}");
    text.line("}");
  }

  private static void writeOperation(
      SourceText text, ServiceDeclaration service, Operation operation) {
    text.line(
        "private Answer %s(Message frame, long client%s) throws ServiceException {",
        operation.name(), operation.deferred() ? ", long reply" : "");
    List<MessageField> fields = operation.parameters();
    text.line(
        "Wire.expect(frame, %d, %d, %s);",
        MessageField.words(fields), MessageField.capabilities(fields), MALFORMED);
    takeRequest(text, operation);
    if (operation.deferred()) {
      text.line("return handler.%s(client, reply%s, frame);", operation.name(), names(operation));
    } else {
      writeAnswer(text, service, operation);
    }
    text.line("}");
  }

  /** A lent buffer is allocated, except for a deferred operation, which gets its size only. */
  private static void takeRequest(SourceText text, Operation operation) {
    for (MessageField field : operation.parameters()) {
      if (operation.deferred() && field.kind() == Kind.FILLED) {
        text.line("int %s = %s;", ServiceHandler.sizeName(field), field.takeLength(MALFORMED));
      } else if (!field.isCapability()) {
        text.line("%s %s = %s;", field.javaType(), field.name(), field.take(MALFORMED));
      }
    }
    text.line("Wire.expectEnd(frame, %s);", MALFORMED);
    for (MessageField field : operation.parameters()) {
      if (field.isCapability()) {
        text.line("int %s = %s;", field.name(), field.take(MALFORMED));
      }
    }
  }

  private static void writeAnswer(
      SourceText text, ServiceDeclaration service, Operation operation) {
    String call = "handler." + operation.name() + "(client" + names(operation) + ")";
    String replies = service.simpleName() + "Replies." + operation.name();
    if (operation.filledBuffer().isPresent()) {
      text.line("int filledBytes = %s;", call);
      text.line("%s(frame, %s, filledBytes);", replies, operation.filledBuffer().get().name());
    } else if (operation.result().fields().isEmpty() && !operation.result().isRecord()) {
      text.line("%s;", call);
      text.line("%s(frame);", replies);
    } else {
      text.line("%s result = %s;", operation.result().javaType(), call);
      text.line("%s(frame, result);", replies);
    }
    text.line("return Answer.NOW;");
  }

  private static String names(Operation operation) {
    StringBuilder names = new StringBuilder();
    for (MessageField field : operation.parameters()) {
      boolean sizeOnly = operation.deferred() && field.kind() == Kind.FILLED;
      names.append(", ").append(sizeOnly ? ServiceHandler.sizeName(field) : field.name());
    }
    return names.toString();
  }
}
