package edgex.runtime.machine;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** The instruction that enters the kernel. The generated system calls are the usual way here. */
@StaticInit
public final class Trap {
  private Trap() {}

  /** A slow call without arguments; returns the result register. */
  @Import(name = "edgex_call0")
  @Include("system-call.h")
  @Unmanaged
  public static native long call0(int number);

  /** A slow call with one argument. */
  @Import(name = "edgex_call1")
  @Include("system-call.h")
  @Unmanaged
  public static native long call1(int number, long a0);

  /** A slow call with two arguments. */
  @Import(name = "edgex_call2")
  @Include("system-call.h")
  @Unmanaged
  public static native long call2(int number, long a0, long a1);

  /** A slow call with three arguments. */
  @Import(name = "edgex_call3")
  @Include("system-call.h")
  @Unmanaged
  public static native long call3(int number, long a0, long a1, long a2);

  /** A slow call with four arguments. */
  @Import(name = "edgex_call4")
  @Include("system-call.h")
  @Unmanaged
  public static native long call4(int number, long a0, long a1, long a2, long a3);

  /** A slow call with five arguments. */
  @Import(name = "edgex_call5")
  @Include("system-call.h")
  @Unmanaged
  public static native long call5(int number, long a0, long a1, long a2, long a3, long a4);

  /** A slow call with six arguments. */
  @Import(name = "edgex_call6")
  @Include("system-call.h")
  @Unmanaged
  public static native long call6(int number, long a0, long a1, long a2, long a3, long a4, long a5);

  /**
   * A message call: its registers are loaded from a block of memory and stored back to it.
   *
   * @param number one of {@code edgex.abi.MessageCalls}
   * @param block address of the registers, laid out as {@code edgex.runtime.ipc.MessageRegisters}
   *     says
   * @return the status
   */
  @Import(name = "edgex_message_call_at")
  @Include("edgex.h")
  @Unmanaged
  public static native long message(int number, long block);

  /**
   * Waits for a notification, from any thread. The bits are cleared and not told.
   *
   * @param timeoutNanos negative: for ever
   * @return 0 or an error
   */
  @Import(name = "edgex_await_notification")
  @Include("edgex.h")
  @Unmanaged
  public static native long awaitNotification(int handle, long timeoutNanos);

  /**
   * Signals a notification, from any thread.
   *
   * @return 0 or an error
   */
  @Import(name = "edgex_signal_notification")
  @Include("edgex.h")
  @Unmanaged
  public static native long signalNotification(int handle);
}
