package edgex.toolchain.aot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The class around a process's main class: what main throws is printed with its stack trace and
 * becomes exit status 1, as on a JVM. TeaVM by itself aborts without naming the exception.
 */
final class EntryClass {
  /** The name of the generated class. */
  static final String NAME = "edgex.entry.Entry";

  private static final String MAIN_DESCRIPTOR = "([Ljava/lang/String;)V";

  private EntryClass() {}

  /** Writes the class for {@code mainClass} under a class path folder. */
  static void write(Path folder, String mainClass) throws IOException {
    Path file = folder.resolve(NAME.replace('.', '/') + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, generate(mainClass.replace('.', '/')));
  }

  private static byte[] generate(String mainClass) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V1_6,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL,
        NAME.replace('.', '/'),
        null,
        "java/lang/Object",
        null);
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "main", MAIN_DESCRIPTOR, null, null);
    Label begin = new Label();
    Label end = new Label();
    Label handler = new Label();
    code.visitTryCatchBlock(begin, end, handler, "java/lang/Throwable");
    code.visitLabel(begin);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, mainClass, "main", MAIN_DESCRIPTOR, false);
    code.visitLabel(end);
    code.visitInsn(Opcodes.RETURN);
    code.visitLabel(handler);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, "java/lang/Throwable", "printStackTrace", "()V", false);
    code.visitInsn(Opcodes.ICONST_1);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/System", "exit", "(I)V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(1, 1);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
