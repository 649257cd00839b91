package edgex.toolchain.aot;

import org.teavm.interop.Import;
import org.teavm.model.AccessLevel;
import org.teavm.model.AnnotationHolder;
import org.teavm.model.AnnotationValue;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.instructions.InvokeInstruction;

/** Takes {@code System.err} apart from {@code System.out}, which TeaVM's C library does not. */
final class StandardError implements ClassHolderTransformer {
  private static final String CONSOLE = "org.teavm.classlib.impl.console.Console";
  private static final MethodDescriptor WRITE =
      new MethodDescriptor("writeStderr", byte[].class, int.class, int.class, void.class);
  private static final MethodDescriptor WRITE_OUTPUT_BYTE =
      new MethodDescriptor("writeC", int.class, void.class);
  private static final MethodDescriptor WRITE_ERROR_BYTE =
      new MethodDescriptor("writeErrorC", int.class, void.class);

  @Override
  public void transformClass(ClassHolder holder, ClassHolderTransformerContext context) {
    if (!holder.getName().equals(CONSOLE)) {
      return;
    }
    holder.addMethod(errorByte());
    for (BasicBlock block : holder.getMethod(WRITE).getProgram().getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (instruction instanceof InvokeInstruction invoke
            && invoke.getMethod().getDescriptor().equals(WRITE_OUTPUT_BYTE)) {
          invoke.setMethod(new MethodReference(CONSOLE, WRITE_ERROR_BYTE));
        }
      }
    }
  }

  private static MethodHolder errorByte() {
    AnnotationHolder imported = new AnnotationHolder(Import.class.getName());
    imported.getValues().put("name", new AnnotationValue("edgex_log_error"));
    MethodHolder method = new MethodHolder(WRITE_ERROR_BYTE);
    method.getModifiers().add(ElementModifier.STATIC);
    method.getModifiers().add(ElementModifier.NATIVE);
    method.setLevel(AccessLevel.PUBLIC);
    method.getAnnotations().add(imported);
    return method;
  }
}
