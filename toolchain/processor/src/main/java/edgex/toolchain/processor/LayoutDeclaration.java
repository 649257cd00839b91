package edgex.toolchain.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** A checked memory layout, its fields ordered by offset. */
record LayoutDeclaration(
    TypeElement type,
    String packageName,
    String className,
    int sizeBytes,
    TypeElement memory,
    boolean bigEndian,
    boolean unmanaged,
    List<Field> fields,
    List<BitField> bitFields) {

  /** A field or array; its Java type is {@code int}, {@code long} or, for bytes, {@code void}. */
  record Field(
      ExecutableElement method,
      String name,
      String javaType,
      int offset,
      int width,
      String units,
      int count,
      int stride) {

    boolean isArray() {
      return count > 1;
    }

    boolean isNumber() {
      return !javaType.equals("void");
    }

    /** The first byte after the last element. */
    long end() {
      return offset + (long) stride * (count - 1) + width;
    }
  }

  /** Some bits of a field. */
  record BitField(
      ExecutableElement method, String name, String javaType, Field field, int shift, int width) {}

  Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
