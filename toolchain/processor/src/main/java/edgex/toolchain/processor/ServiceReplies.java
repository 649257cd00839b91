package edgex.toolchain.processor;

import edgex.toolchain.processor.ServiceDeclaration.Operation;
import edgex.toolchain.processor.ServiceDeclaration.Result;

/** Writes the encoders of a service's replies, for its dispatcher and for deferred answers. */
final class ServiceReplies {
  private ServiceReplies() {}

  static SourceText text(ServiceDeclaration service) {
    String name = service.simpleName() + "Replies";
    SourceText text = SourceText.of(service);
    text.imports("Message", "ServiceErrors", "ServiceException", "Wire");
    text.documentation(
        "Makes a message the reply to an operation of {@link %s}.", service.simpleName());
    text.line("public final class %s {", name);
    text.line("private %s() {}", name);
    for (Operation operation : service.operations()) {
      text.line("");
      text.documentation("Answers {@link %s#%s}.", service.simpleName(), operation.name());
      writeReply(text, operation);
    }
    text.line("");
    text.documentation("Answers any operation with an error.");
    text.line("public static void failure(Message frame, ServiceException failure) {");
    text.line("Wire.refuse(frame, failure);");
    text.line("}");
    return text.line("}");
  }

  private static void writeReply(SourceText text, Operation operation) {
    boolean throwing = operation.replyFields().stream().anyMatch(field -> field.maximumBytes() > 0);
    text.line(
        "public static void %s(Message frame%s)%s {",
        operation.name(), parameters(operation), throwing ? " throws ServiceException" : "");
    text.line("frame.begin(ServiceErrors.NONE);");
    if (operation.filledBuffer().isPresent()) {
      MessageField buffer = operation.filledBuffer().get();
      text.line("Wire.putPart(frame, %s, filledBytes, %d);", buffer.name(), buffer.maximumBytes());
    } else {
      Result result = operation.result();
      for (MessageField field : result.fields()) {
        text.line(field.put(result.isRecord() ? "result." + field.name() + "()" : "result"));
      }
    }
    text.line("}");
  }

  private static String parameters(Operation operation) {
    if (operation.filledBuffer().isPresent()) {
      return ", byte[] " + operation.filledBuffer().get().name() + ", int filledBytes";
    }
    return operation.result().fields().isEmpty()
        ? ""
        : ", " + operation.result().javaType() + " result";
  }
}
