package edgex.toolchain.processor;

import edgex.toolchain.processor.MessageField.Kind;
import edgex.toolchain.processor.ServiceDeclaration.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads how the parameters and results of operations travel in messages. */
final class MessageFieldReader {
  private static final int MAXIMUM_WORDS = 8;
  private static final int MAXIMUM_BYTES = 1024;
  private static final int MAXIMUM_CAPABILITIES = 4;
  private static final Set<String> NAMES_IN_GENERATED_CODE =
      Set.of("frame", "client", "reply", "handler", "channel", "result", "filledBytes");

  private final Declarations declarations;

  MessageFieldReader(Declarations declarations) {
    this.declarations = declarations;
  }

  /** The parameters of an operation. */
  List<MessageField> parameters(ExecutableElement method) {
    List<MessageField> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      String name = parameter.getSimpleName().toString();
      if (NAMES_IN_GENERATED_CODE.contains(name)) {
        problem(parameter, "the name " + name + " is taken in generated code: choose another");
      }
      read(parameter, name, parameter.asType()).ifPresent(parameters::add);
    }
    return parameters;
  }

  /** The result of an operation. */
  Result result(ExecutableElement method) {
    TypeMirror type = method.getReturnType();
    if (type.getKind() == TypeKind.VOID) {
      return new Result("void", false, List.of());
    }
    if (type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.RECORD) {
      return recordResult((TypeElement) declared.asElement());
    }
    List<MessageField> fields = read(method, "result", type).map(List::of).orElse(List.of());
    String javaType = fields.isEmpty() ? "void" : fields.get(0).javaType();
    return new Result(javaType, false, fields);
  }

  private Result recordResult(TypeElement type) {
    List<MessageField> fields = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      read(component, name, component.asType()).ifPresent(fields::add);
    }
    return new Result(type.getQualifiedName().toString(), true, fields);
  }

  private Optional<MessageField> read(Element element, String name, TypeMirror type) {
    boolean capability = declarations.annotation(element, "Capability").isPresent();
    if (type.getKind() == TypeKind.INT) {
      return Optional.of(new MessageField(name, capability ? Kind.CAPABILITY : Kind.INT, 0));
    }
    if (capability) {
      problem(element, "a @Capability is an int handle");
    }
    if (type.getKind() == TypeKind.LONG) {
      return Optional.of(new MessageField(name, Kind.LONG, 0));
    }
    if (isType(type, "java.lang.String")) {
      return sized(element, name, Kind.TEXT, "Text");
    }
    if (type.getKind() == TypeKind.ARRAY && type.toString().equals("byte[]")) {
      return bytes(element, name);
    }
    problem(element, "cannot travel in a message: " + type);
    return Optional.empty();
  }

  private Optional<MessageField> bytes(Element element, String name) {
    if (element.getKind() != ElementKind.PARAMETER) {
      return sized(element, name, Kind.BYTES, "Bytes");
    }
    boolean in = declarations.annotation(element, "In").isPresent();
    boolean out = declarations.annotation(element, "Out").isPresent();
    if (in == out) {
      problem(element, "a byte[] is either @In or @Out");
      return Optional.empty();
    }
    return in ? sized(element, name, Kind.BYTES, "In") : sized(element, name, Kind.FILLED, "Out");
  }

  private Optional<MessageField> sized(Element element, String name, Kind kind, String annotation) {
    Optional<AnnotationValues> size = declarations.annotation(element, annotation);
    if (size.isEmpty()) {
      problem(element, "needs @" + annotation + " with its maximumBytes");
      return Optional.empty();
    }
    int maximumBytes = size.get().integer("maximumBytes");
    if (maximumBytes < 1 || maximumBytes > MAXIMUM_BYTES) {
      problem(element, "maximumBytes must be 1 to " + MAXIMUM_BYTES);
    }
    return Optional.of(new MessageField(name, kind, maximumBytes));
  }

  /** Reports an operation whose request or reply does not fit in a message. */
  void checkFits(ExecutableElement method, String what, List<MessageField> fields, int bytes) {
    int words = MessageField.words(fields);
    int capabilities = MessageField.capabilities(fields);
    if (words > MAXIMUM_WORDS || bytes > MAXIMUM_BYTES || capabilities > MAXIMUM_CAPABILITIES) {
      problem(
          method,
          String.format(
              "the %s does not fit in a message: %d of %d words, %d of %d bytes,"
                  + " %d of %d capabilities",
              what,
              words,
              MAXIMUM_WORDS,
              bytes,
              MAXIMUM_BYTES,
              capabilities,
              MAXIMUM_CAPABILITIES));
    }
  }

  private static boolean isType(TypeMirror type, String qualifiedName) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(qualifiedName);
  }

  private void problem(Element element, String message) {
    declarations.problems().report(element, message);
  }
}
