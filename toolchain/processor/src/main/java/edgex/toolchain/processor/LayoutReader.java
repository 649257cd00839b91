package edgex.toolchain.processor;

import edgex.toolchain.processor.LayoutDeclaration.BitField;
import edgex.toolchain.processor.LayoutDeclaration.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads and checks a {@code @Layout}. */
final class LayoutReader {
  private static final String SUFFIX = "Layout";

  private final Declarations declarations;
  private final TypeElement type;
  private final AnnotationValues values;
  private final List<Field> fields = new ArrayList<>();
  private final List<BitField> bitFields = new ArrayList<>();

  LayoutReader(Declarations declarations, TypeElement type) {
    this.declarations = declarations;
    this.type = type;
    this.values = declarations.annotation(type, "Layout").orElseThrow();
  }

  /** The layout; empty after at least one reported problem. */
  Optional<LayoutDeclaration> read() {
    int problemsBefore = declarations.problems().count();
    String name = type.getSimpleName().toString();
    if (!name.endsWith(SUFFIX) || name.equals(SUFFIX)) {
      problem(type, "the name of a layout ends in " + SUFFIX);
      return Optional.empty();
    }
    List<ExecutableElement> methods = declarations.operations(type);
    methods.forEach(this::readField);
    methods.forEach(this::readBits);
    fields.sort(Comparator.comparingInt(Field::offset));
    checkOverlaps();
    if (declarations.problems().count() != problemsBefore) {
      return Optional.empty();
    }
    return Optional.of(
        new LayoutDeclaration(
            type,
            declarations.packageOf(type),
            name.substring(0, name.length() - SUFFIX.length()),
            values.integer("size"),
            values.type("memory").orElseThrow(),
            values.constant("endianness").equals("BIG"),
            values.flag("unmanaged"),
            fields,
            bitFields));
  }

  private void readField(ExecutableElement method) {
    Optional<AnnotationValues> found = declarations.annotation(method, "Field");
    if (found.isEmpty()) {
      if (declarations.annotation(method, "Bits").isEmpty()) {
        problem(method, "needs @Field or @Bits");
      }
      return;
    }
    AnnotationValues value = found.get();
    int width = value.integer("width");
    int stride = value.integer("stride");
    Field field =
        new Field(
            method,
            method.getSimpleName().toString(),
            method.getReturnType().toString(),
            value.integer("offset"),
            width,
            value.text("units"),
            value.integer("count"),
            stride == 0 ? width : stride);
    checkField(field);
    fields.add(field);
  }

  private void checkField(Field field) {
    if (!field.method().getParameters().isEmpty()) {
      problem(field.method(), "a field has no parameters");
    }
    boolean fits =
        switch (field.javaType()) {
          case "int" -> field.width() == 1 || field.width() == 2 || field.width() == 4;
          case "long" -> field.width() == 4 || field.width() == 8;
          case "void" -> field.width() > 0;
          default -> false;
        };
    if (!fits) {
      problem(field.method(), field.width() + " bytes are no " + field.javaType());
    }
    if (field.count() < 1 || field.stride() < field.width()) {
      problem(field.method(), "an array has elements, and a stride of at least their width");
    }
    if (field.offset() < 0 || field.end() > values.integer("size")) {
      problem(
          field.method(),
          "ends at byte " + field.end() + " of a layout of " + values.integer("size"));
    }
    boolean aligned =
        field.width() > 0
            && field.offset() % field.width() == 0
            && field.stride() % field.width() == 0;
    if (field.isNumber() && !aligned) {
      problem(field.method(), "offset and stride are no multiples of " + field.width());
    }
  }

  private void readBits(ExecutableElement method) {
    Optional<AnnotationValues> found = declarations.annotation(method, "Bits");
    if (found.isEmpty()) {
      return;
    }
    String name = found.get().text("of");
    Optional<Field> field =
        fields.stream()
            .filter(entry -> entry.name().equals(name) && entry.isNumber() && !entry.isArray())
            .findFirst();
    int shift = found.get().integer("shift");
    int width = found.get().integer("width");
    if (field.isEmpty()) {
      problem(method, "of names no number: " + name);
    } else if (!method.getReturnType().toString().equals(field.get().javaType())) {
      problem(method, "has the type of its field: " + field.get().javaType());
    } else if (shift < 0 || width < 1 || shift + width > Byte.SIZE * field.get().width()) {
      problem(method, "the bits are outside of " + name);
    } else {
      addBits(
          new BitField(
              method,
              method.getSimpleName().toString(),
              field.get().javaType(),
              field.get(),
              shift,
              width));
    }
  }

  private void addBits(BitField bits) {
    for (BitField other : bitFields) {
      boolean apart =
          bits.shift() >= other.shift() + other.width()
              || other.shift() >= bits.shift() + bits.width();
      if (other.field().equals(bits.field()) && !apart) {
        problem(bits.method(), "overlaps the bits " + other.name());
      }
    }
    bitFields.add(bits);
  }

  private void checkOverlaps() {
    for (int i = 1; i < fields.size(); i++) {
      if (fields.get(i).offset() < fields.get(i - 1).end()) {
        problem(fields.get(i).method(), "overlaps " + fields.get(i - 1).name());
      }
    }
  }

  private void problem(Element element, String message) {
    declarations.problems().report(element, message);
  }
}
