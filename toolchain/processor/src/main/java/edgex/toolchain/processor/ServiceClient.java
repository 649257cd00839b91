package edgex.toolchain.processor;

import edgex.toolchain.processor.ServiceDeclaration.Operation;
import edgex.toolchain.processor.ServiceDeclaration.Result;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the client of a service, which implements the service's interface over a channel. */
final class ServiceClient {
  private static final String MALFORMED = "ServiceErrors.MALFORMED_REPLY";

  private ServiceClient() {}

  static SourceText text(ServiceDeclaration service) {
    String name = service.simpleName() + "Client";
    SourceText text = SourceText.of(service);
    text.imports("Channel", "Message", "ServiceErrors", "ServiceException", "Wire");
    text.documentation("Asks a service for the operations of {@link %s}.", service.simpleName());
    text.line("public final class %s implements %s {", name, service.simpleName());
    text.line("private final Channel channel;");
    text.line("");
    text.documentation("A client of the service at the other end of the channel.");
    text.line("public %s(Channel channel) {", name);
    text.line("this.channel = channel;");
    text.line("}");
    for (Operation operation : service.operations()) {
      writeOperation(text, service, operation);
    }
    return text.line("}");
  }

  private static void writeOperation(
      SourceText text, ServiceDeclaration service, Operation operation) {
    String parameters =
        operation.parameters().stream()
            .map(field -> field.javaType() + " " + field.name())
            .collect(Collectors.joining(", "));
    text.line("");
    text.line("@Override");
    text.line(
        "public %s %s(%s) throws ServiceException {",
        operation.result().javaType(), operation.name(), parameters);
    text.line("Message frame = channel.message();");
    text.line(
        "frame.begin(%sOperations.%s);", service.simpleName(), Names.constant(operation.name()));
    for (MessageField field : operation.parameters()) {
      text.line(field.put(field.name()));
    }
    List<MessageField> reply = operation.replyFields();
    if (MessageField.capabilities(reply) > 0) {
      text.line("frame.acceptCapabilities(%d);", MessageField.capabilities(reply));
    }
    text.line("channel.call(frame);");
    text.line("Wire.expectSuccess(frame);");
    text.line(
        "Wire.expect(frame, %d, %d, %s);",
        MessageField.words(reply), MessageField.capabilities(reply), MALFORMED);
    if (operation.filledBuffer().isPresent()) {
      MessageField buffer = operation.filledBuffer().get();
      text.line(
          "int result = Wire.takeInto(frame, %s, %d, %s);",
          buffer.name(), buffer.maximumBytes(), MALFORMED);
      text.line("Wire.expectEnd(frame, %s);", MALFORMED);
      text.line("return result;");
    } else {
      writeResult(text, operation.result());
    }
    text.line("}");
  }

  private static void writeResult(SourceText text, Result result) {
    text.takeAll(result.fields(), MALFORMED);
    if (result.isRecord()) {
      text.line("return new %s(%s);", result.javaType(), SourceText.names(result.fields()));
    } else if (!result.fields().isEmpty()) {
      text.line("return %s;", SourceText.local(result.fields().get(0)));
    }
  }
}
