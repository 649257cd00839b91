package edgex.toolchain.aot;

import org.teavm.interop.Import;
import org.teavm.model.AnnotationHolder;
import org.teavm.model.AnnotationValue;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;

/** Gives {@code java.lang.System} the {@code exit} that TeaVM's Java library lacks: the C one. */
final class SystemExit implements ClassHolderTransformer {
  private static final MethodDescriptor EXIT = new MethodDescriptor("exit", int.class, void.class);

  @Override
  public void transformClass(ClassHolder holder, ClassHolderTransformerContext context) {
    if (!holder.getName().equals("java.lang.System") || holder.getMethod(EXIT) != null) {
      return;
    }
    AnnotationHolder imported = new AnnotationHolder(Import.class.getName());
    imported.getValues().put("name", new AnnotationValue("exit"));
    MethodHolder exit = new MethodHolder(EXIT);
    exit.getModifiers().add(ElementModifier.STATIC);
    exit.getModifiers().add(ElementModifier.NATIVE);
    exit.setLevel(org.teavm.model.AccessLevel.PUBLIC);
    exit.getAnnotations().add(imported);
    holder.addMethod(exit);
  }
}
