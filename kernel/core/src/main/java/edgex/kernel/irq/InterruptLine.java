package edgex.kernel.irq;

import edgex.abi.ObjectType;
import edgex.abi.declare.BootOnly;
import edgex.kernel.arch.Interrupts;
import edgex.kernel.ipc.MessageHandlers;
import edgex.kernel.ipc.Notification;
import edgex.kernel.object.KernelObject;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * One interrupt line and the notification that it signals; or the root, from which lines are made.
 *
 * <p>A line is masked by the entry code when it interrupts, and unmasked when its holder
 * acknowledges. It has at most one object.
 */
@StaticInit
@Unmanaged
public final class InterruptLine extends KernelObject {
  /** All interrupt objects. */
  public static InterruptLine[] all;

  /** Per line: index of its object, or {@code NONE}. */
  private static int[] objectOfLine;

  /** The line; {@code NONE}: the root of all lines. */
  public int line = NONE;

  /** The notification; {@code NONE}: not bound. */
  public int notification = NONE;

  private int notificationGeneration;
  private long bits;

  private InterruptLine(int index) {
    super(ObjectType.INTERRUPT, index);
  }

  /** At boot. */
  @BootOnly(reason = "allocates")
  public static KernelObject[] create(int count) {
    all = new InterruptLine[count];
    for (int i = 0; i < count; i++) {
      all[i] = new InterruptLine(i);
    }
    objectOfLine = new int[Interrupts.lineCount()];
    for (int i = 0; i < objectOfLine.length; i++) {
      objectOfLine[i] = NONE;
    }
    return all;
  }

  /** Whether a line exists and has an object. */
  static boolean isTaken(int line) {
    return objectOfLine[line] != NONE;
  }

  /** Makes this the root. */
  public void initializeRoot() {
    line = NONE;
    notification = NONE;
  }

  /** Makes this the object of a line that has none. */
  void initialize(int newLine) {
    line = newLine;
    notification = NONE;
    objectOfLine[newLine] = index;
  }

  /** From now on the line signals these bits to this notification, and may interrupt. */
  void bind(Notification target, long badge) {
    notification = target.index;
    notificationGeneration = target.generation;
    bits = MessageHandlers.signalBits(badge);
    Interrupts.unmask(line);
  }

  /** An interrupt has come in on a line, which is masked now. */
  public static void raise(int line) {
    if (line < 0 || line >= objectOfLine.length || objectOfLine[line] == NONE) {
      return;
    }
    InterruptLine object = all[objectOfLine[line]];
    if (object.notification == NONE) {
      return;
    }
    Notification target = Notification.all[object.notification];
    if (target.generation == object.notificationGeneration) {
      target.signal(object.bits);
    }
  }

  /** Takes a doomed object apart, in one step. */
  public boolean destroyStep() {
    if (line != NONE) {
      Interrupts.mask(line);
      objectOfLine[line] = NONE;
      line = NONE;
    }
    notification = NONE;
    return true;
  }
}
