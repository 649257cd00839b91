package edgex.toolchain.dialect;

import edgex.toolchain.dialect.Report.Place;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The rules about what the instructions of a method do. */
final class MethodRules {
  /**
   * The library methods that become plain C: TeaVM's versions are static arithmetic in a class
   * without an initialiser, or the kernel's own runtime.c replaces them.
   */
  private static final Set<String> PLAIN_METHODS =
      Set.of(
          "java/lang/Math.max(II)I",
          "java/lang/Math.max(JJ)J",
          "java/lang/Math.min(II)I",
          "java/lang/Math.min(JJ)J",
          "java/lang/Long.numberOfLeadingZeros(J)I");

  private static final int INT_SHIFT_MASK = 31;
  private static final int LONG_SHIFT_MASK = 63;

  private final KernelClasses classes;
  private final Report report;

  MethodRules(KernelClasses classes, Report report) {
    this.classes = classes;
    this.report = report;
  }

  void check(ClassNode owner, MethodNode method) {
    Place place = KernelClasses.place(owner, method);
    boolean boot = classes.isBootOnly(owner, method);
    if (!method.tryCatchBlocks.isEmpty()) {
      report.add(Rule.EXCEPTION, place, "a try block");
    }
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LineNumberNode line) {
        place = place.at(line.line);
      } else if (instruction instanceof MethodInsnNode call) {
        checkCall(place, boot, call);
      } else if (instruction.getOpcode() >= 0) {
        checkInstruction(place, boot, instruction);
      }
    }
  }

  private void checkInstruction(Place place, boolean boot, AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    switch (opcode) {
      case Opcodes.NEW, Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.MULTIANEWARRAY -> {
        if (!boot) {
          report.add(Rule.ALLOCATION, place, "an allocation after boot");
        }
      }
      case Opcodes.ATHROW -> report.add(Rule.EXCEPTION, place, "a throw");
      case Opcodes.INVOKEDYNAMIC ->
          report.add(Rule.INVOKE_DYNAMIC, place, "a lambda or string concatenation");
      case Opcodes.MONITORENTER -> report.add(Rule.MONITOR, place, "a synchronized block");
      case Opcodes.CHECKCAST, Opcodes.INSTANCEOF ->
          report.add(Rule.CHECKCAST, place, "a cast or instanceof");
      case Opcodes.IDIV, Opcodes.IREM, Opcodes.LDIV, Opcodes.LREM -> {
        Long divisor = constant(previous(instruction));
        if (divisor == null || divisor == 0) {
          report.add(Rule.DIVISION, place, "a division by a variable");
        }
      }
      case Opcodes.ISHL, Opcodes.ISHR, Opcodes.IUSHR ->
          checkShift(place, instruction, INT_SHIFT_MASK);
      case Opcodes.LSHL, Opcodes.LSHR, Opcodes.LUSHR ->
          checkShift(place, instruction, LONG_SHIFT_MASK);
      default -> {
        if (isFloatingPoint(instruction)) {
          report.add(Rule.FLOATING_POINT, place, "floating-point arithmetic");
        }
      }
    }
  }

  /** A count is good if it is a constant in range or was just masked by one. */
  private void checkShift(Place place, AbstractInsnNode shift, int mask) {
    AbstractInsnNode count = previous(shift);
    if (count != null && count.getOpcode() == Opcodes.L2I) {
      count = previous(count);
    }
    Long known = constant(count);
    if (known == null
        && count != null
        && (count.getOpcode() == Opcodes.IAND || count.getOpcode() == Opcodes.LAND)) {
      known = constant(previous(count));
    }
    if (known == null || known < 0 || known > mask) {
      report.add(Rule.SHIFT, place, "a shift by an unmasked count");
    }
  }

  private void checkCall(Place place, boolean boot, MethodInsnNode call) {
    String target = call.owner.replace('/', '.') + "." + call.name;
    if (call.owner.startsWith("java/") || call.owner.startsWith("[")) {
      checkLibraryCall(place, boot, call, target);
      return;
    }
    if (call.getOpcode() == Opcodes.INVOKEINTERFACE) {
      report.add(Rule.DISPATCH, place, "an interface call of " + target);
    } else if (call.getOpcode() == Opcodes.INVOKEVIRTUAL && !hasOneTarget(call)) {
      report.add(Rule.DISPATCH, place, "a virtual call of " + target);
    }
    if (!boot && !call.name.equals("<init>") && isBootCall(call)) {
      report.add(Rule.BOOT_CALL, place, "a call of " + target);
    }
  }

  private void checkLibraryCall(Place place, boolean boot, MethodInsnNode call, String target) {
    boolean construction = call.owner.equals("java/lang/Object") && call.name.equals("<init>");
    boolean plain = PLAIN_METHODS.contains(call.owner + "." + call.name + call.desc);
    if (call.owner.equals("java/lang/String") && call.name.equals("hashCode")) {
      report.add(Rule.STRING_SWITCH, place, "a switch over a string");
    } else if (isBoxing(call)) {
      report.add(Rule.BOXING, place, "a call of " + target);
    } else if (!construction && !plain) {
      report.add(Rule.LIBRARY, place, (boot ? "at boot, " : "") + "a call of " + target);
    }
  }

  private static boolean isBoxing(MethodInsnNode call) {
    boolean box = call.name.equals("valueOf") && call.desc.matches("\\([BCDFIJSZ]\\)Ljava/lang/.*");
    boolean unbox = call.name.endsWith("Value") && call.desc.matches("\\(\\)[BCDFIJSZ]");
    return (box && !call.owner.equals("java/lang/String")) || unbox;
  }

  private boolean hasOneTarget(MethodInsnNode call) {
    return call.owner.startsWith("org/teavm/interop/")
        || classes
            .find(call.owner)
            .filter(type -> (type.access & Opcodes.ACC_FINAL) != 0)
            .isPresent()
        || classes
            .findMethod(call.owner, call.name, call.desc)
            .filter(method -> (method.access & (Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE)) != 0)
            .isPresent();
  }

  private boolean isBootCall(MethodInsnNode call) {
    return classes
        .find(call.owner)
        .flatMap(
            type ->
                classes
                    .findMethod(call.owner, call.name, call.desc)
                    .filter(method -> classes.isBootOnly(type, method)))
        .isPresent();
  }

  private static boolean isFloatingPoint(AbstractInsnNode instruction) {
    if (instruction instanceof LdcInsnNode constant) {
      return constant.cst instanceof Float || constant.cst instanceof Double;
    }
    return switch (instruction.getOpcode()) {
      case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2, Opcodes.DCONST_0 -> true;
      case Opcodes.DCONST_1, Opcodes.FLOAD, Opcodes.DLOAD, Opcodes.FALOAD -> true;
      case Opcodes.DALOAD, Opcodes.FSTORE, Opcodes.DSTORE, Opcodes.FASTORE -> true;
      case Opcodes.DASTORE, Opcodes.I2F, Opcodes.I2D, Opcodes.L2F, Opcodes.L2D -> true;
      case Opcodes.FRETURN, Opcodes.DRETURN -> true;
      default -> false;
    };
  }

  private static AbstractInsnNode previous(AbstractInsnNode instruction) {
    AbstractInsnNode before = instruction.getPrevious();
    while (before != null && before.getOpcode() < 0) {
      before = before.getPrevious();
    }
    return before;
  }

  /** The number that an instruction pushes; null if it is not a constant. */
  private static Long constant(AbstractInsnNode instruction) {
    if (instruction == null) {
      return null;
    }
    int opcode = instruction.getOpcode();
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      return (long) (opcode - Opcodes.ICONST_0);
    }
    if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
      return (long) (opcode - Opcodes.LCONST_0);
    }
    if (opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH) {
      return (long) ((IntInsnNode) instruction).operand;
    }
    boolean number =
        instruction instanceof LdcInsnNode load
            && (load.cst instanceof Integer || load.cst instanceof Long);
    return number ? ((Number) ((LdcInsnNode) instruction).cst).longValue() : null;
  }
}
