package edgex.toolchain.processor;

import edgex.toolchain.processor.ServiceDeclaration.Operation;

/** Writes the numbers of a service's operations. */
final class ServiceOperations {
  private ServiceOperations() {}

  static SourceText text(ServiceDeclaration service) {
    String name = service.simpleName() + "Operations";
    SourceText text = SourceText.of(service);
    text.documentation("Labels of the requests of {@link %s}.", service.simpleName());
    text.line("public final class %s {", name);
    text.documentation("The name of the service in the image manifest.");
    text.line("public static final String SERVICE = \"%s\";", service.name());
    text.line("");
    text.documentation("Version of the service.");
    text.line("public static final int VERSION = %d;", service.version());
    for (Operation operation : service.operations()) {
      text.line("");
      text.documentation("{@link %s#%s}.", service.simpleName(), operation.name());
      text.line(
          "public static final int %s = %d;", Names.constant(operation.name()), operation.number());
    }
    text.line("");
    text.line("private %s() {}", name);
    return text.line("}");
  }
}
