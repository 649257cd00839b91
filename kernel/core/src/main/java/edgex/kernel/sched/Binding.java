package edgex.kernel.sched;

import edgex.kernel.ipc.Notification;
import edgex.kernel.object.KernelObject;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** A thread and the notification bound to it know each other, or neither does. */
@StaticInit
@Unmanaged
public final class Binding {
  private Binding() {}

  /** Binds the two; neither is bound. */
  static void bind(KernelThread thread, Notification notification) {
    thread.boundNotification = notification.index;
    notification.boundThread = thread.index;
  }

  /** Ends a thread's binding, if it has one. */
  public static void unbind(KernelThread thread) {
    if (thread.boundNotification != KernelObject.NONE) {
      Notification.all[thread.boundNotification].boundThread = KernelObject.NONE;
      thread.boundNotification = KernelObject.NONE;
    }
  }
}
