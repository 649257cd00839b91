package edgex.toolchain.processor;

import edgex.toolchain.processor.LayoutDeclaration.BitField;
import edgex.toolchain.processor.LayoutDeclaration.Field;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Writes the static accessors of a memory layout. */
final class LayoutGenerator {
  private final LayoutDeclaration layout;
  private final SourceText text;

  private LayoutGenerator(LayoutDeclaration layout) {
    this.layout = layout;
    this.text = SourceText.file(layout.packageName(), layout.type().getQualifiedName().toString());
  }

  static void generate(Declarations declarations, TypeElement type) {
    Optional<LayoutDeclaration> read = new LayoutReader(declarations, type).read();
    if (read.isPresent()) {
      LayoutDeclaration layout = read.get();
      SourceText text = new LayoutGenerator(layout).write();
      declarations.writeClass(layout.packageName(), layout.className(), text, type);
    }
  }

  private SourceText write() {
    if (layout.unmanaged()) {
      text.line("import org.teavm.interop.StaticInit;");
      text.line("import org.teavm.interop.Unmanaged;");
      text.line("");
    }
    writePicture();
    if (layout.unmanaged()) {
      text.line("@StaticInit");
    }
    text.line("public final class %s {", layout.className());
    text.documentation("Bytes of the whole.");
    text.line("public static final int SIZE_BYTES = %d;", layout.sizeBytes());
    layout.fields().forEach(this::writeField);
    layout.bitFields().forEach(this::writeBits);
    text.line("");
    text.line("private %s() {}", layout.className());
    return text.line("}");
  }

  private void writePicture() {
    text.line("/**");
    text.line(" * Accessors of {@link %s}.", layout.type().getSimpleName());
    text.line(" *");
    text.line(" * <pre>");
    text.line(" *  offset  bytes  field");
    for (Field field : layout.fields()) {
      String elements = field.isArray() ? "[" + field.count() + "]" : "";
      String units = field.units().isEmpty() ? "" : ", " + field.units();
      text.line(
          " * +%6d %6d  %s%s%s", field.offset(), field.width(), field.name(), elements, units);
      for (BitField bits : layout.bitFields()) {
        if (bits.field().equals(field)) {
          int last = bits.shift() + bits.width() - 1;
          text.line(" *                   bits %d to %d: %s", bits.shift(), last, bits.name());
        }
      }
    }
    text.line(" * +%6d", layout.sizeBytes());
    text.line(" * </pre>");
    text.line(" */");
  }

  private void writeField(Field field) {
    String constant = Names.constant(field.name());
    text.line("");
    text.documentation("Where {@code %s} starts, in bytes.", field.name());
    text.line("public static final int %s_OFFSET = %d;", constant, field.offset());
    String place = "address + " + constant + "_OFFSET";
    if (field.isArray()) {
      text.line("");
      text.documentation("How many elements {@code %s} has.", field.name());
      text.line("public static final int %s_COUNT = %d;", constant, field.count());
      place += " + " + field.stride() + "L * index";
    }
    String index = field.isArray() ? ", int index" : "";
    method("Address of {@code %s}.", field.name());
    text.line("public static long %sAddress(long address%s) {", field.name(), index);
    text.line("return %s;", place);
    text.line("}");
    if (field.isNumber()) {
      method("Reads {@code %s}%s.", field.name(), units(field));
      text.line("public static %s %s(long address%s) {", field.javaType(), field.name(), index);
      text.line("return %s;", read(field, place));
      text.line("}");
      method("Writes {@code %s}%s.", field.name(), units(field));
      text.line(
          "public static void set%s(long address%s, %s value) {",
          Names.capitalized(field.name()), index, field.javaType());
      text.line("%s;", write(field, place));
      text.line("}");
    }
  }

  private static String units(Field field) {
    return field.units().isEmpty() ? "" : ", in " + field.units();
  }

  private void writeBits(BitField bits) {
    String whole = bits.field().name();
    boolean isLong = bits.javaType().equals("long");
    long ones = bits.width() == Long.SIZE ? -1L : (1L << bits.width()) - 1;
    String mask = isLong ? String.format("0x%xL", ones) : String.format("0x%x", ones);
    method("Reads bits of {@code %s}.", whole);
    text.line("public static %s %s(long address) {", bits.javaType(), bits.name());
    text.line("return (%s(address) >>> %d) & %s;", whole, bits.shift(), mask);
    text.line("}");
    method("Writes bits of {@code %s}; bits of the value above them are ignored.", whole);
    text.line(
        "public static void set%s(long address, %s value) {",
        Names.capitalized(bits.name()), bits.javaType());
    text.line("%s others = %s(address) & ~(%s << %d);", bits.javaType(), whole, mask, bits.shift());
    text.line(
        "set%s(address, others | ((value & %s) << %d));",
        Names.capitalized(whole), mask, bits.shift());
    text.line("}");
  }

  private void method(String documentation, Object... arguments) {
    text.line("");
    text.documentation(documentation, arguments);
    if (layout.unmanaged()) {
      text.line("@Unmanaged");
    }
  }

  private String read(Field field, String place) {
    int bits = Byte.SIZE * field.width();
    String raw = layout.memory().getQualifiedName() + ".read" + bits + "(" + place + ")";
    if (swapped(field)) {
      raw = reversed(field, raw);
    }
    return switch (field.width()) {
      case 1 -> raw + " & 0xff";
      case 2 -> raw + " & 0xffff";
      case 4 -> field.javaType().equals("long") ? raw + " & 0xffffffffL" : raw;
      default -> raw;
    };
  }

  private String write(Field field, String place) {
    int bits = Byte.SIZE * field.width();
    String type =
        switch (field.width()) {
          case 1 -> "byte";
          case 2 -> "short";
          case 4 -> "int";
          default -> "long";
        };
    String value = type.equals(field.javaType()) ? "value" : "(" + type + ") value";
    if (swapped(field)) {
      value = (field.width() == 2 ? "(short) " : "") + reversed(field, value);
    }
    return layout.memory().getQualifiedName() + ".write" + bits + "(" + place + ", " + value + ")";
  }

  private boolean swapped(Field field) {
    return layout.bigEndian() && field.width() > 1;
  }

  /** Swaps bytes with calls that the kernel dialect has: {@code Short} is not among them. */
  private static String reversed(Field field, String value) {
    return switch (field.width()) {
      case 2 -> "(Integer.reverseBytes(" + value + ") >>> 16)";
      case 4 -> "Integer.reverseBytes(" + value + ")";
      default -> "Long.reverseBytes(" + value + ")";
    };
  }
}
