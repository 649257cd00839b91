package edgex.toolchain.aot;

import java.util.List;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.dependency.DependencyType;
import org.teavm.dependency.MethodDependency;
import org.teavm.model.ProgramReader;
import org.teavm.model.TryCatchBlockReader;
import org.teavm.model.ValueType;
import org.teavm.model.VariableReader;

/**
 * Tells TeaVM's analysis that any handler may receive the exceptions which generated code throws by
 * itself. Without it the method tables of those classes stay empty where nothing else throws them,
 * and a virtual call on a caught one jumps to address 0.
 */
final class RuntimeExceptionFlow extends AbstractDependencyListener {
  private static final List<String> THROWN_BY_GENERATED_CODE =
      List.of(
          "java.lang.NullPointerException",
          "java.lang.ArrayIndexOutOfBoundsException",
          "java.lang.ClassCastException");

  @Override
  public void methodReached(DependencyAgent agent, MethodDependency method) {
    if (method.getMethod() == null || method.getMethod().getProgram() == null) {
      return;
    }
    // A method's variables get their nodes after this event, but before its exceptions arrive.
    method.getThrown().addConsumer(type -> feedHandlers(agent, method, type));
    for (String exception : THROWN_BY_GENERATED_CODE) {
      method.getThrown().propagate(agent.getType(ValueType.object(exception)));
    }
  }

  private static void feedHandlers(
      DependencyAgent agent, MethodDependency method, DependencyType type) {
    if (method.getMethod() == null || !(type.getValueType() instanceof ValueType.Object thrown)) {
      return;
    }
    if (!THROWN_BY_GENERATED_CODE.contains(thrown.getClassName())) {
      return;
    }
    ProgramReader program = method.getMethod().getProgram();
    for (int i = 0; program != null && i < program.basicBlockCount(); i++) {
      for (TryCatchBlockReader handler : program.basicBlockAt(i).readTryCatchBlocks()) {
        VariableReader variable = handler.getHandler().getExceptionVariable();
        if (variable != null
            && variable.getIndex() < method.getVariableCount()
            && method.getVariable(variable.getIndex()) != null
            && catches(agent, handler.getExceptionType(), thrown.getClassName())) {
          method.getVariable(variable.getIndex()).propagate(type);
        }
      }
    }
  }

  private static boolean catches(DependencyAgent agent, String caught, String thrown) {
    return caught == null || agent.getClassHierarchy().isSuperType(caught, thrown, false);
  }
}
