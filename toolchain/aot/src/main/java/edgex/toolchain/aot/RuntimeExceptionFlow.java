package edgex.toolchain.aot;

import java.util.List;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.dependency.DependencyNode;
import org.teavm.dependency.MethodDependency;
import org.teavm.model.BasicBlockReader;
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
    ProgramReader program = method.getMethod().getProgram();
    for (int i = 0; i < program.basicBlockCount(); i++) {
      for (TryCatchBlockReader handler : program.basicBlockAt(i).readTryCatchBlocks()) {
        feed(agent, method, handler);
      }
    }
  }

  private static void feed(
      DependencyAgent agent, MethodDependency method, TryCatchBlockReader handler) {
    BasicBlockReader block = handler.getHandler();
    VariableReader variable = block.getExceptionVariable();
    if (variable == null || variable.getIndex() >= method.getVariableCount()) {
      return;
    }
    DependencyNode node = method.getVariable(variable.getIndex());
    if (node == null) {
      return;
    }
    for (String exception : THROWN_BY_GENERATED_CODE) {
      if (catches(agent, handler.getExceptionType(), exception)) {
        node.propagate(agent.getType(ValueType.object(exception)));
      }
    }
  }

  private static boolean catches(DependencyAgent agent, String caught, String thrown) {
    return caught == null || agent.getClassHierarchy().isSuperType(caught, thrown, false);
  }
}
