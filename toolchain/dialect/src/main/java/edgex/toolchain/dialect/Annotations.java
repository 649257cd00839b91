package edgex.toolchain.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.tree.AnnotationNode;

/** Finds annotations in class files, whatever their retention. */
final class Annotations {
  static final String STATIC_INIT = "Lorg/teavm/interop/StaticInit;";
  static final String UNMANAGED = "Lorg/teavm/interop/Unmanaged;";
  static final String EXPORT = "Lorg/teavm/interop/Export;";
  static final String BOOT_ONLY = "Ledgex/abi/declare/BootOnly;";
  static final String DIALECT_EXCEPTION = "Ledgex/abi/declare/DialectException;";
  static final String DIALECT_EXCEPTIONS = "Ledgex/abi/declare/DialectException$List;";

  private Annotations() {}

  /** All annotations of an element. */
  static List<AnnotationNode> all(List<AnnotationNode> visible, List<AnnotationNode> invisible) {
    List<AnnotationNode> all = new ArrayList<>();
    if (visible != null) {
      all.addAll(visible);
    }
    if (invisible != null) {
      all.addAll(invisible);
    }
    return all;
  }

  static boolean has(List<AnnotationNode> annotations, String descriptor) {
    return find(annotations, descriptor).isPresent();
  }

  static Optional<AnnotationNode> find(List<AnnotationNode> annotations, String descriptor) {
    return annotations.stream().filter(node -> node.desc.equals(descriptor)).findFirst();
  }

  /** The value of an attribute that is a string; empty if it is missing. */
  static String text(AnnotationNode annotation, String attribute) {
    return value(annotation, attribute) instanceof String text ? text : "";
  }

  /** The exceptions of an element, repeated ones too. */
  static List<AnnotationNode> dialectExceptions(List<AnnotationNode> annotations) {
    List<AnnotationNode> found = new ArrayList<>();
    find(annotations, DIALECT_EXCEPTION).ifPresent(found::add);
    Optional<AnnotationNode> container = find(annotations, DIALECT_EXCEPTIONS);
    if (container.isPresent() && value(container.get(), "value") instanceof List<?> members) {
      members.forEach(member -> found.add((AnnotationNode) member));
    }
    return found;
  }

  private static Object value(AnnotationNode annotation, String attribute) {
    List<Object> values = annotation.values == null ? List.of() : annotation.values;
    int index = values.indexOf(attribute);
    return index < 0 ? null : values.get(index + 1);
  }
}
