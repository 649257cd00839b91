package edgex.toolchain.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;

/** The values of one annotation, defaults included, by attribute name. */
final class AnnotationValues {
  /** The package of the annotations. */
  static final String PACKAGE = "edgex.abi.declare.";

  private final Elements elements;
  private final Map<? extends ExecutableElement, ? extends AnnotationValue> values;

  private AnnotationValues(Elements elements, AnnotationMirror mirror) {
    this.elements = elements;
    this.values = elements.getElementValuesWithDefaults(mirror);
  }

  /** The annotation of a simple name from {@link #PACKAGE} on an element. */
  static Optional<AnnotationValues> find(Elements elements, Element element, String simpleName) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(PACKAGE + simpleName)) {
        return Optional.of(new AnnotationValues(elements, mirror));
      }
    }
    return Optional.empty();
  }

  /** All uses of a repeatable annotation whose container is its member {@code List}. */
  static List<AnnotationValues> findAll(Elements elements, Element element, String simpleName) {
    Optional<AnnotationValues> container = find(elements, element, simpleName + ".List");
    if (container.isEmpty()) {
      return find(elements, element, simpleName).map(List::of).orElse(List.of());
    }
    List<AnnotationValues> found = new ArrayList<>();
    for (AnnotationValue value : container.get().list("value")) {
      found.add(new AnnotationValues(elements, (AnnotationMirror) value.getValue()));
    }
    return found;
  }

  int integer(String attribute) {
    return (Integer) value(attribute);
  }

  String text(String attribute) {
    return (String) value(attribute);
  }

  boolean flag(String attribute) {
    return (Boolean) value(attribute);
  }

  /** The name of an enum constant. */
  String constant(String attribute) {
    return ((VariableElement) value(attribute)).getSimpleName().toString();
  }

  /** A class; empty for {@code void.class}, by which attributes say none. */
  Optional<TypeElement> type(String attribute) {
    return asType(value(attribute));
  }

  /** An array of classes. */
  List<TypeElement> types(String attribute) {
    List<TypeElement> types = new ArrayList<>();
    for (AnnotationValue value : list(attribute)) {
      asType(value.getValue()).ifPresent(types::add);
    }
    return types;
  }

  private static Optional<TypeElement> asType(Object value) {
    return value instanceof DeclaredType declared
        ? Optional.of((TypeElement) declared.asElement())
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // the language model's contract for array attributes
  private List<? extends AnnotationValue> list(String attribute) {
    return (List<? extends AnnotationValue>) value(attribute);
  }

  private Object value(String attribute) {
    for (var entry : values.entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(attribute)) {
        return entry.getValue().getValue();
      }
    }
    throw new IllegalArgumentException("no attribute " + attribute + ": " + elements);
  }
}
