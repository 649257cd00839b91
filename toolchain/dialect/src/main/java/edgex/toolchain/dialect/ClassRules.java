package edgex.toolchain.dialect;

import edgex.toolchain.dialect.Report.Place;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** The rules about declarations: of classes, fields and method signatures. */
final class ClassRules {
  private static final Pattern LIBRARY_TYPE =
      Pattern.compile("Ljava/(?!lang/String;|lang/Object;)[^;]*;");
  private static final Pattern FLOATING_TYPE = Pattern.compile("(?:^|[(\\[);BCISJZVFD])[FD]");

  private final KernelClasses classes;
  private final Report report;

  ClassRules(KernelClasses classes, Report report) {
    this.classes = classes;
    this.report = report;
  }

  void check(ClassNode type) {
    Place place = KernelClasses.place(type);
    if ((type.access & Opcodes.ACC_ENUM) != 0) {
      report.add(Rule.ENUM, place, "an enum");
    }
    if ("java/lang/Record".equals(type.superName)) {
      report.add(Rule.RECORD, place, "a record");
    }
    if (type.signature != null) {
      report.add(Rule.GENERICS, place, "a generic class");
    }
    if (!Annotations.has(KernelClasses.of(type), Annotations.STATIC_INIT)) {
      report.add(Rule.STATIC_INIT, place, "a class without @StaticInit");
    }
    type.fields.forEach(field -> checkField(type, field));
    type.methods.forEach(method -> checkMethod(type, method));
  }

  private void checkField(ClassNode type, FieldNode field) {
    Place place = KernelClasses.place(type, field);
    if ((field.access & Opcodes.ACC_VOLATILE) != 0) {
      report.add(Rule.VOLATILE, place, "a volatile field");
    }
    if (field.signature != null) {
      report.add(Rule.GENERICS, place, "a field of a generic type");
    }
    checkTypes(place, field.desc);
  }

  private void checkMethod(ClassNode type, MethodNode method) {
    Place place = KernelClasses.place(type, method);
    if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
      report.add(Rule.MONITOR, place, "a synchronized method");
    }
    if (method.signature != null) {
      report.add(Rule.GENERICS, place, "a method with a generic signature");
    }
    if (!classes.isBootOnly(type, method)
        && !Annotations.has(KernelClasses.of(method), Annotations.UNMANAGED)
        && !Annotations.has(KernelClasses.of(type), Annotations.UNMANAGED)) {
      report.add(Rule.UNMANAGED, place, "a method without @Unmanaged");
    }
    checkTypes(place, method.desc);
  }

  private void checkTypes(Place place, String descriptor) {
    if (LIBRARY_TYPE.matcher(descriptor).find()) {
      report.add(Rule.LIBRARY, place, "a library type in " + descriptor);
    }
    String primitives = descriptor.replaceAll("L[^;]*;", ";");
    if (FLOATING_TYPE.matcher(primitives).find()) {
      report.add(Rule.FLOATING_POINT, place, "a floating-point type in " + descriptor);
    }
  }
}
