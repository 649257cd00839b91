package edgex.toolchain.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.StandardLocation;

/** The compilation as the readers and writers of this package use it. */
final class Declarations {
  private final ProcessingEnvironment environment;
  private final Problems problems;

  Declarations(ProcessingEnvironment environment) {
    this.environment = environment;
    this.problems = new Problems(environment.getMessager());
  }

  Problems problems() {
    return problems;
  }

  Elements elements() {
    return environment.getElementUtils();
  }

  Types types() {
    return environment.getTypeUtils();
  }

  Optional<AnnotationValues> annotation(Element element, String simpleName) {
    return AnnotationValues.find(elements(), element, simpleName);
  }

  List<AnnotationValues> annotations(Element element, String simpleName) {
    return AnnotationValues.findAll(elements(), element, simpleName);
  }

  String packageOf(Element element) {
    return elements().getPackageOf(element).getQualifiedName().toString();
  }

  /** The doc comment without the leading blank of each line; empty if there is none. */
  String documentation(Element element) {
    String comment = elements().getDocComment(element);
    return comment == null ? "" : Documentation.toMarkdown(comment);
  }

  boolean same(TypeMirror one, TypeMirror other) {
    return types().isSameType(one, other);
  }

  /** The abstract methods of an interface; anything else in it but constants is a problem. */
  List<ExecutableElement> operations(TypeElement type) {
    if (type.getKind() != ElementKind.INTERFACE) {
      problems.report(type, "only an interface can declare calls");
      return List.of();
    }
    if (!type.getInterfaces().isEmpty() || !type.getTypeParameters().isEmpty()) {
      problems.report(type, "the interface must stand alone: no superinterfaces, no generics");
    }
    List<ExecutableElement> operations = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (!method.getModifiers().contains(Modifier.ABSTRACT)
          || !method.getTypeParameters().isEmpty()) {
        problems.report(method, "a declared call has no body and no generics");
      } else {
        operations.add(method);
      }
    }
    if (operations.isEmpty()) {
      problems.report(type, "the interface declares no calls");
    }
    return operations;
  }

  /** Writes a generated source file. */
  void writeClass(String packageName, String simpleName, SourceText text, Element origin) {
    try (Writer writer =
        environment
            .getFiler()
            .createSourceFile(packageName + "." + simpleName, origin)
            .openWriter()) {
      writer.write(text.toString());
    } catch (IOException failure) {
      problems.report(origin, "cannot write " + simpleName + ": " + failure.getMessage());
    }
  }

  /** Writes a page below {@code reference/} beside the classes. */
  void writePage(String name, String text, Element origin) {
    try (Writer writer =
        environment
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", "reference/" + name + ".md", origin)
            .openWriter()) {
      writer.write(text);
    } catch (IOException failure) {
      problems.report(origin, "cannot write page " + name + ": " + failure.getMessage());
    }
  }
}
