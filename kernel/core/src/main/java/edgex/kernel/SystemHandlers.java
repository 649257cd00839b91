package edgex.kernel;

import edgex.abi.Errors;
import edgex.abi.MessageInformation;
import edgex.abi.MessagePage;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.abi.SystemAction;
import edgex.abi.SystemRecord;
import edgex.kernel.arch.Cpu;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.arch.Platform;
import edgex.kernel.arch.Timer;
import edgex.kernel.debug.KernelLog;
import edgex.kernel.memory.Frames;
import edgex.kernel.memory.Mappings;
import edgex.kernel.memory.MessageRecord;
import edgex.kernel.object.Capabilities;
import edgex.kernel.object.Pools;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Processor;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** System calls on the machine as a whole, and the null call. */
@StaticInit
@Unmanaged
public final class SystemHandlers {
  private static final int MAXIMUM_LOG_BYTES = MessageInformation.MAXIMUM_BYTES - Long.BYTES;

  private SystemHandlers() {}

  /** Does nothing. */
  public static int nullCall(KernelThread caller) {
    return Errors.NONE;
  }

  /** Nanoseconds since boot. */
  public static long clockNanos(KernelThread caller) {
    return Timer.nowNanos();
  }

  /** Writes a {@code SystemRecord} to the caller's message bytes. */
  public static int systemInspect(KernelThread caller, int system) {
    int index = Capabilities.find(caller.process, system, ObjectType.SYSTEM, Rights.INSPECT);
    if (index < 0) {
      return index;
    }
    long now = Processor.accountAll();
    MessageRecord.put(caller, SystemRecord.RAM_BYTES, Platform.memoryTotalBytes());
    MessageRecord.put(caller, SystemRecord.MANAGED_PAGES, Frames.managedPages());
    MessageRecord.put(caller, SystemRecord.FREE_PAGES, Frames.freePages());
    MessageRecord.put(caller, SystemRecord.CPU_COUNT, Cpu.count());
    MessageRecord.put(caller, SystemRecord.UPTIME_NANOS, now);
    MessageRecord.put(caller, SystemRecord.IDLE_NANOS, Processor.idleNanos());
    MessageRecord.put(caller, SystemRecord.CAPABILITIES_USED, Capabilities.used());
    MessageRecord.put(caller, SystemRecord.CAPABILITIES_SIZE, Capabilities.all.length);
    MessageRecord.put(caller, SystemRecord.MAPPINGS_USED, Mappings.used());
    MessageRecord.put(caller, SystemRecord.MAPPINGS_SIZE, Mappings.all.length);
    for (int type = ObjectType.PROCESS; type <= ObjectType.DEVICE; type++) {
      int word = SystemRecord.POOLS + 2 * (type - ObjectType.PROCESS);
      MessageRecord.put(caller, word, Pools.of(type).used());
      MessageRecord.put(caller, word + 1, Pools.of(type).size());
    }
    MessageRecord.put(caller, SystemRecord.IDLE_WAKEUPS, Processor.idleWakeups());
    return Errors.NONE;
  }

  /** Switches the machine off or resets it. */
  public static int systemPower(KernelThread caller, int system, int action) {
    int index = Capabilities.find(caller.process, system, ObjectType.SYSTEM, Rights.CONTROL);
    if (index < 0) {
      return index;
    }
    if (action == SystemAction.POWER_OFF) {
      Platform.powerOff();
    } else if (action == SystemAction.RESET) {
      Platform.reset();
    } else {
      return Errors.INVALID_ARGUMENT;
    }
    return Errors.NOT_SUPPORTED;
  }

  /** Appends the caller's message bytes to the kernel log. */
  public static int logAppend(KernelThread caller, int system, int lengthBytes) {
    int index = Capabilities.find(caller.process, system, ObjectType.SYSTEM, Rights.WRITE);
    if (index < 0) {
      return index;
    }
    if (lengthBytes < 0 || lengthBytes > MessageInformation.MAXIMUM_BYTES) {
      return Errors.INVALID_ARGUMENT;
    }
    for (int i = 0; i < lengthBytes; i++) {
      KernelLog.append(PhysicalMemory.read8(caller.messagePage + MessagePage.BYTES_OFFSET + i));
    }
    return lengthBytes;
  }

  /** Copies log bytes from a position on to the caller's message bytes; 0 at the end. */
  public static int logRead(KernelThread caller, int system, long position) {
    int index = Capabilities.find(caller.process, system, ObjectType.SYSTEM, Rights.READ);
    if (index < 0) {
      return index;
    }
    if (position < 0 || position > KernelLog.end()) {
      return Errors.INVALID_ARGUMENT;
    }
    long first = Math.max(position, KernelLog.start());
    int count = (int) Math.min(KernelLog.end() - first, MAXIMUM_LOG_BYTES);
    MessageRecord.put(caller, 0, first);
    for (int i = 0; i < count; i++) {
      PhysicalMemory.write8(
          caller.messagePage + MessagePage.BYTES_OFFSET + Long.BYTES + i, KernelLog.at(first + i));
    }
    return count;
  }

  /** Copies the kernel's command line from an offset on to the message bytes; 0 at the end. */
  public static int commandLineRead(KernelThread caller, int system, int offsetBytes) {
    int index = Capabilities.find(caller.process, system, ObjectType.SYSTEM, Rights.READ);
    if (index < 0) {
      return index;
    }
    int length = Platform.commandLineLength();
    if (offsetBytes < 0 || offsetBytes > length) {
      return Errors.INVALID_ARGUMENT;
    }
    int count = Math.min(length - offsetBytes, MessageInformation.MAXIMUM_BYTES);
    for (int i = 0; i < count; i++) {
      PhysicalMemory.write8(
          caller.messagePage + MessagePage.BYTES_OFFSET + i,
          Platform.commandLineByte(offsetBytes + i));
    }
    return count;
  }
}
