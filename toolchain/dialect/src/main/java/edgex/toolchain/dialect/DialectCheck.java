package edgex.toolchain.dialect;

import edgex.toolchain.dialect.Report.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
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
 *
 * {@link SourceCheck} finds what class files do not show.
 */
public final class DialectCheck {
  private final KernelClasses classes;
  private final Set<String> exports;
  private final CallGraph calls = new CallGraph();
  private final Report report = new Report();

  private DialectCheck(KernelClasses classes, Set<String> exports) {
    this.classes = classes;
    this.exports = exports;
  }

  /**
   * Checks all classes below the folders. Other classes that they use are looked up on the class
   * path of the caller's thread.
   *
   * @param exports the {@code @Export}ed methods that assembly calls, as {@code
   *     edgex.kernel.boot.Entry.trap}; each has to be reached from a {@code main} method of the
   *     classes, and no other method may be exported
   * @return the violations by file and line; none if the code is good
   * @throws IOException if a folder cannot be read or holds no classes
   */
  public static List<Violation> run(List<Path> folders, Set<String> exports) throws IOException {
    ClassLoader others = Thread.currentThread().getContextClassLoader();
    return new DialectCheck(new KernelClasses(folders, others), exports).run();
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
    for (ClassNode type : classes.all()) {
      if (isCode(type)) {
        classRules.check(type);
        for (MethodNode method : type.methods) {
          methodRules.check(type, method);
          calls.add(type, method);
        }
      }
    }
    calls.reportRecursion(report);
    checkExports();
    classes.all().forEach(this::checkAnnotations);
    return report.sorted();
  }

  /** Annotation types and package descriptions hold no code. */
  private static boolean isCode(ClassNode type) {
    return (type.access & Opcodes.ACC_ANNOTATION) == 0 && !type.name.endsWith("package-info");
  }

  private void checkExports() {
    Set<String> mains = new HashSet<>();
    Set<String> missing = new TreeSet<>(exports);
    forEachMethod(
        (type, method) -> {
          if (method.name.equals("main") && method.desc.equals("([Ljava/lang/String;)V")) {
            mains.add(CallGraph.key(type, method));
          }
        });
    forEachMethod(
        (type, method) -> {
          if (Annotations.has(KernelClasses.of(method), Annotations.EXPORT)) {
            missing.remove(nameOf(type, method));
            checkExport(type, method, mains);
          }
        });
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("no method with @Export: " + String.join(", ", missing));
    }
  }

  private void checkExport(ClassNode type, MethodNode method, Set<String> mains) {
    if (!exports.contains(nameOf(type, method))) {
      report.add(Rule.EXPORT, KernelClasses.place(type, method), "an export that is not listed");
    } else if (!calls.isReachable(mains, CallGraph.key(type, method))) {
      report.add(
          Rule.EXPORT, KernelClasses.place(type, method), "an export that main does not reach");
    }
  }

  private static String nameOf(ClassNode type, MethodNode method) {
    return type.name.replace('/', '.') + "." + method.name;
  }

  private void forEachMethod(BiConsumer<ClassNode, MethodNode> action) {
    for (ClassNode type : classes.all()) {
      type.methods.forEach(method -> action.accept(type, method));
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
