package edgex.kernel;

import edgex.abi.SystemCallTable;
import edgex.abi.declare.Fails;
import edgex.abi.declare.SystemCall;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads which errors the system calls are declared to have, from the class file. */
final class DeclaredErrors {
  private DeclaredErrors() {}

  /** Keys as of {@link ErrorCase#key()}. */
  static Set<String> keys() throws IOException {
    ClassNode table = new ClassNode();
    String file = "/" + SystemCallTable.class.getName().replace('.', '/') + ".class";
    try (InputStream bytes = SystemCallTable.class.getResourceAsStream(file)) {
      new ClassReader(bytes).accept(table, ClassReader.SKIP_CODE);
    }
    Set<String> keys = new TreeSet<>();
    for (MethodNode method : table.methods) {
      int number = (Integer) value(find(method, SystemCall.class).get(0), "number");
      for (AnnotationNode fails : failures(method)) {
        keys.add(ErrorCase.key(number, (Integer) value(fails, "error")));
      }
    }
    return keys;
  }

  private static List<AnnotationNode> failures(MethodNode method) {
    List<AnnotationNode> all = new ArrayList<>(find(method, Fails.class));
    for (AnnotationNode several : find(method, Fails.List.class)) {
      for (Object one : (List<?>) value(several, "value")) {
        all.add((AnnotationNode) one);
      }
    }
    return all;
  }

  private static List<AnnotationNode> find(MethodNode method, Class<?> annotation) {
    String descriptor = Type.getDescriptor(annotation);
    return method.invisibleAnnotations.stream().filter(a -> a.desc.equals(descriptor)).toList();
  }

  private static Object value(AnnotationNode annotation, String name) {
    return annotation.values.get(annotation.values.indexOf(name) + 1);
  }
}
