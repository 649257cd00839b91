package edgex.runtime.aot;

import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/**
 * Gives four methods of the Java library another body: a call of a static method of this runtime
 * with the same parameters and result.
 */
final class LibraryBoundary implements ClassHolderTransformer {
  private static final String FILE_SYSTEMS = "org.teavm.runtime.fs.VirtualFileSystemProvider";

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    switch (type.getName()) {
      case "java.lang.System" -> {
        redirect(type, "in", "edgex.runtime.StandardInput", "open", context);
        redirect(type, "getenv", "edgex.runtime.Environment", "get", context);
      }
      case FILE_SYSTEMS ->
          redirect(type, "create", "edgex.runtime.files.ServiceFileSystem", "create", context);
      default -> {}
    }
  }

  private static void redirect(
      ClassHolder type,
      String name,
      String targetClass,
      String targetMethod,
      ClassHolderTransformerContext context) {
    for (MethodHolder method : type.getMethods()) {
      if (method.getName().equals(name)) {
        replaceBody(method, targetClass, targetMethod, context);
      }
    }
  }

  private static void replaceBody(
      MethodHolder method,
      String targetClass,
      String targetMethod,
      ClassHolderTransformerContext context) {
    ProgramEmitter emitter = ProgramEmitter.create(method, context.getHierarchy());
    ValueType[] parameters = method.getParameterTypes();
    ValueEmitter[] arguments = new ValueEmitter[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      arguments[i] = emitter.var(i + 1, parameters[i]);
    }
    emitter.invoke(targetClass, targetMethod, method.getResultType(), arguments).returnValue();
  }
}
