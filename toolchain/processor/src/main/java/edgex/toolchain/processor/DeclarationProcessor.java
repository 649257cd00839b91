package edgex.toolchain.processor;

import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The entry point for the compiler: hands each annotated type to what generates from it. */
public final class DeclarationProcessor extends AbstractProcessor {
  private Declarations declarations;

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    declarations = new Declarations(environment);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(AnnotationValues.PACKAGE + "*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      BiConsumer<Declarations, TypeElement> generator =
          generator(annotation.getSimpleName().toString());
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof TypeElement type) {
          generator.accept(declarations, type);
        }
      }
    }
    return false;
  }

  private static BiConsumer<Declarations, TypeElement> generator(String annotation) {
    return switch (annotation) {
      case "SystemCallInterface" -> SystemCallGenerator::numbersAndPage;
      case "GenerateSystemCallStubs" -> SystemCallGenerator::stubs;
      case "GenerateSystemCallDispatcher" -> SystemCallGenerator::dispatcher;
      case "Layout" -> LayoutGenerator::generate;
      case "Service" -> ServiceGenerator::generate;
      default -> (all, type) -> {};
    };
  }
}
