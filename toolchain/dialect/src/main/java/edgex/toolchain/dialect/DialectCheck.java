package edgex.toolchain.dialect;

import edgex.toolchain.dialect.Report.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Checks class files against the kernel dialect.
 *
 * <p>A kernel module runs it in a test of its own over {@code target/classes}:
 *
 * <pre>{@code
 * assertEquals(List.of(), DialectCheck.run(List.of(Path.of("target", "classes")), Set.of()));
 * }</pre>
 */
public final class DialectCheck {
  private final KernelClasses classes;
  private final Set<String> reachableExports;
  private final Report report = new Report();

  private DialectCheck(KernelClasses classes, Set<String> reachableExports) {
    this.classes = classes;
    this.reachableExports = reachableExports;
  }

  /**
   * Checks all classes below the folders. Other classes that they use are looked up on the class
   * path of the caller's thread.
   *
   * @param reachableExports {@code @Export}ed methods that the boot keeps alive, as {@code
   *     edgex.kernel.boot.Entry.trap}
   * @return the violations by file and line; none if the code is good
   * @throws IOException if a folder cannot be read or holds no classes
   */
  public static List<Violation> run(List<Path> folders, Set<String> reachableExports)
      throws IOException {
    ClassLoader others = Thread.currentThread().getContextClassLoader();
    return new DialectCheck(new KernelClasses(folders, others), reachableExports).run();
  }

  /** Prints the violations in the folders and exits with 1 if there are any. */
  public static void main(String[] folders) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (String folder : folders) {
      paths.add(Path.of(folder));
    }
    List<Violation> violations = run(paths, Set.of());
    violations.forEach(System.err::println);
    System.exit(violations.isEmpty() ? 0 : 1);
  }

  private List<Violation> run() {
    ClassRules classRules = new ClassRules(classes, report);
    MethodRules methodRules = new MethodRules(classes, report);
    CallGraph calls = new CallGraph();
    for (ClassNode type : classes.all()) {
      if (isCode(type)) {
        classRules.check(type);
        for (MethodNode method : type.methods) {
          methodRules.check(type, method);
          calls.add(type, method);
          checkExport(type, method);
        }
      }
    }
    calls.reportRecursion(report);
    classes.all().forEach(this::checkAnnotations);
    return report.sorted();
  }

  /** Annotation types and package descriptions hold no code. */
  private static boolean isCode(ClassNode type) {
    return (type.access & Opcodes.ACC_ANNOTATION) == 0 && !type.name.endsWith("package-info");
  }

  private void checkExport(ClassNode type, MethodNode method) {
    String name = type.name.replace('/', '.') + "." + method.name;
    if (Annotations.has(KernelClasses.of(method), Annotations.EXPORT)
        && !reachableExports.contains(name)) {
      report.add(Rule.EXPORT, KernelClasses.place(type, method), "an export nobody keeps alive");
    }
  }

  private void checkAnnotations(ClassNode type) {
    checkAnnotations(KernelClasses.of(type), KernelClasses.place(type));
    for (FieldNode field : type.fields) {
      checkAnnotations(KernelClasses.of(field), KernelClasses.place(type, field));
    }
    for (MethodNode method : type.methods) {
      checkAnnotations(KernelClasses.of(method), KernelClasses.place(type, method));
    }
  }

  private void checkAnnotations(List<AnnotationNode> annotations, Place place) {
    for (AnnotationNode exception : Annotations.dialectExceptions(annotations)) {
      report.checkException(exception, place);
    }
    Annotations.find(annotations, Annotations.BOOT_ONLY)
        .filter(bootOnly -> Annotations.text(bootOnly, "reason").isBlank())
        .ifPresent(bootOnly -> report.add(Rule.ANNOTATION, place, "@BootOnly without a reason"));
  }
}
