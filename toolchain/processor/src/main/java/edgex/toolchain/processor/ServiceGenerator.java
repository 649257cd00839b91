package edgex.toolchain.processor;

import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Writes what comes from a service: five classes beside it, and its page. */
final class ServiceGenerator {
  private ServiceGenerator() {}

  static void generate(Declarations declarations, TypeElement type) {
    Optional<ServiceDeclaration> read = new ServiceReader(declarations, type).read();
    if (read.isEmpty()) {
      return;
    }
    ServiceDeclaration service = read.get();
    write(declarations, service, "Operations", ServiceOperations.text(service));
    write(declarations, service, "Client", ServiceClient.text(service));
    write(declarations, service, "Handler", ServiceHandler.text(service));
    write(declarations, service, "Replies", ServiceReplies.text(service));
    write(declarations, service, "Dispatcher", ServiceDispatcher.text(service));
    declarations.writePage(
        "service-" + service.name(), new ServicePage(declarations, service).text(), type);
  }

  private static void write(
      Declarations declarations, ServiceDeclaration service, String suffix, SourceText text) {
    declarations.writeClass(
        service.packageName(), service.simpleName() + suffix, text, service.type());
  }
}
