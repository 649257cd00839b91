package edgex.toolchain.aot;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.FieldReference;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.GetFieldInstruction;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Makes the clone of an array of primitives copy the array and nothing else. TeaVM asks whether the
 * array's class is primitive, which it never is, and so takes every element for eight bytes: the
 * copy of an array of bytes runs over what lies behind it in the heap. Every {@code
 * String.getBytes} clones one.
 */
final class ArrayClone implements ClassHolderTransformer {
  private static final String CLONE = "cloneLowLevel";
  private static final String CLASS = "org.teavm.runtime.RuntimeClass";
  private static final ValueType CLASS_TYPE = ValueType.object(CLASS);
  private static final MethodReference IS_PRIMITIVE =
      new MethodReference(CLASS, "isPrimitive", CLASS_TYPE, ValueType.BOOLEAN);

  @Override
  public void transformClass(ClassHolder holder, ClassHolderTransformerContext context) {
    if (!holder.getName().equals("java.lang.Object")) {
      return;
    }
    for (MethodHolder method : holder.getMethods()) {
      if (method.getName().equals(CLONE) && method.getProgram() != null) {
        askForElements(method.getProgram());
      }
    }
  }

  private static void askForElements(Program program) {
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (instruction instanceof InvokeInstruction invoke
            && invoke.getMethod().equals(IS_PRIMITIVE)) {
          askForElements(program, invoke);
          return;
        }
      }
    }
    throw new IllegalStateException("TeaVM clones arrays in another way now");
  }

  private static void askForElements(Program program, InvokeInstruction question) {
    Variable elementClass = program.createVariable();
    GetFieldInstruction element = new GetFieldInstruction();
    element.setLocation(question.getLocation());
    element.setInstance(question.getArguments().get(0));
    element.setField(new FieldReference(CLASS, "itemType"));
    element.setFieldType(CLASS_TYPE);
    element.setReceiver(elementClass);
    question.insertPrevious(element);
    question.setArguments(elementClass);
  }
}
