package edgex.toolchain.aot;

import java.util.ArrayList;
import java.util.List;

/**
 * A fact about a Java field that assembly needs; {@code offsets.h} defines {@code name} as it.
 *
 * @param name the macro's name
 * @param className the class that declares the field, with dots and, for nested classes, dollars
 * @param fieldName the field's Java name
 * @param isStatic {@code false}: the macro is the byte offset of the field in its object; {@code
 *     true}: the macro is the linker symbol of the static field
 */
public record AssemblyConstant(String name, String className, String fieldName, boolean isStatic) {

  /** The byte offset of an instance field. */
  public static AssemblyConstant fieldOffset(String name, String className, String fieldName) {
    return new AssemblyConstant(name, className, fieldName, false);
  }

  /** The symbol of a static field. */
  public static AssemblyConstant staticField(String name, String className, String fieldName) {
    return new AssemblyConstant(name, className, fieldName, true);
  }

  /** The offsets of several fields of a class: field {@code rax} becomes {@code prefix + "RAX"}. */
  public static List<AssemblyConstant> fieldOffsets(
      String prefix, String className, List<String> fieldNames) {
    List<AssemblyConstant> constants = new ArrayList<>();
    for (String fieldName : fieldNames) {
      String macro = fieldName.replaceAll("([a-z0-9])([A-Z])", "$1_$2");
      constants.add(
          fieldOffset(prefix + macro.toUpperCase(java.util.Locale.ROOT), className, fieldName));
    }
    return constants;
  }
}
