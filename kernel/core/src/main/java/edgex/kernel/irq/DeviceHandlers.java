package edgex.kernel.irq;

import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.kernel.arch.AddressSpace;
import edgex.kernel.arch.Interrupts;
import edgex.kernel.arch.Platform;
import edgex.kernel.ipc.Notification;
import edgex.kernel.memory.Frames;
import edgex.kernel.memory.MemoryObject;
import edgex.kernel.object.Capabilities;
import edgex.kernel.object.Capability;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.ObjectHandlers;
import edgex.kernel.object.Pools;
import edgex.kernel.sched.KernelThread;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** System calls for drivers. */
@StaticInit
@Unmanaged
public final class DeviceHandlers {
  /** 16 GiB: no device has more registers. */
  private static final int MAXIMUM_PAGES = 1 << 22;

  private DeviceHandlers() {}

  /** Makes a window of a part of another window. */
  public static int deviceSlice(KernelThread caller, int device, long first, long count) {
    int error = ObjectHandlers.check(caller, ObjectType.DEVICE);
    if (error != Errors.NONE) {
      return error;
    }
    int index = Capabilities.find(caller.process, device, ObjectType.DEVICE, 0);
    if (index < 0) {
      return index;
    }
    Capability capability = Capabilities.all[index];
    DeviceWindow from = DeviceWindow.all[capability.object()];
    if (!from.contains(first, count)) {
      return Errors.INVALID_ARGUMENT;
    }
    DeviceWindow slice = DeviceWindow.all[Pools.take(ObjectType.DEVICE, caller.process)];
    slice.initialize(from.kind, from.first + first, count);
    return Capabilities.deriveFor(caller.process, index, slice, capability.rights(), 0);
  }

  /** Reads a register. */
  public static long deviceRead(KernelThread caller, int device, long offset, int widthBytes) {
    int port = findPort(caller, device, Rights.READ, offset, widthBytes);
    return port < 0 ? port : Platform.portRead(port, widthBytes) & 0xffffffffL;
  }

  /** Writes a register. */
  public static int deviceWrite(
      KernelThread caller, int device, long offset, int widthBytes, long value) {
    int port = findPort(caller, device, Rights.WRITE, offset, widthBytes);
    if (port < 0) {
      return port;
    }
    Platform.portWrite(port, widthBytes, (int) value);
    return Errors.NONE;
  }

  private static int findPort(
      KernelThread caller, int device, int right, long offset, int widthBytes) {
    int index = Capabilities.find(caller.process, device, ObjectType.DEVICE, right);
    if (index < 0) {
      return index;
    }
    boolean width = widthBytes == 1 || widthBytes == 2 || widthBytes == 4;
    DeviceWindow window = DeviceWindow.all[Capabilities.all[index].object()];
    if (window.kind != DeviceWindow.PORTS) {
      return Errors.NOT_SUPPORTED;
    }
    return width && window.contains(offset, widthBytes)
        ? (int) (window.first + offset)
        : Errors.INVALID_ARGUMENT;
  }

  /** Makes a memory object of device registers. */
  public static int deviceMemory(
      KernelThread caller, int device, long offsetBytes, long sizeBytes) {
    int error = ObjectHandlers.check(caller, ObjectType.MEMORY);
    if (error != Errors.NONE) {
      return error;
    }
    int index = Capabilities.find(caller.process, device, ObjectType.DEVICE, 0);
    if (index < 0) {
      return index;
    }
    Capability capability = Capabilities.all[index];
    DeviceWindow window = DeviceWindow.all[capability.object()];
    if (window.kind != DeviceWindow.MEMORY) {
      return Errors.NOT_SUPPORTED;
    }
    long base = window.first + offsetBytes;
    boolean pages = ((base | sizeBytes) & (AddressSpace.PAGE_SIZE_BYTES - 1)) == 0;
    if (!pages
        || !window.contains(offsetBytes, sizeBytes)
        || sizeBytes >>> Frames.PAGE_SHIFT > MAXIMUM_PAGES
        || !Platform.isDeviceMemory(base, sizeBytes)) {
      return Errors.INVALID_ARGUMENT;
    }
    MemoryObject memory = MemoryObject.all[Pools.take(ObjectType.MEMORY, caller.process)];
    memory.initializeDevice(base, (int) (sizeBytes >>> Frames.PAGE_SHIFT));
    return Capabilities.deriveFor(
        caller.process, index, memory, capability.rights() & ~Rights.EXECUTE, 0);
  }

  /** Makes the object of an interrupt line. */
  public static int interruptCreate(KernelThread caller, int root, int line) {
    int error = ObjectHandlers.check(caller, ObjectType.INTERRUPT);
    if (error != Errors.NONE) {
      return error;
    }
    int index = Capabilities.find(caller.process, root, ObjectType.INTERRUPT, Rights.CONTROL);
    if (index < 0) {
      return index;
    }
    if (InterruptLine.all[Capabilities.all[index].object()].line != KernelObject.NONE) {
      return Errors.WRONG_STATE;
    }
    if (line < 0 || line >= Interrupts.lineCount()) {
      return Errors.INVALID_ARGUMENT;
    }
    if (InterruptLine.isTaken(line)) {
      return Errors.WRONG_STATE;
    }
    InterruptLine object = InterruptLine.all[Pools.take(ObjectType.INTERRUPT, caller.process)];
    object.initialize(line);
    return Capabilities.deriveFor(
        caller.process, index, object, Capabilities.all[index].rights(), 0);
  }

  /** Lets a line signal a notification, with the badge of its capability, and interrupt. */
  public static int interruptBind(KernelThread caller, int interrupt, int notification) {
    int index = Capabilities.find(caller.process, interrupt, ObjectType.INTERRUPT, Rights.CONTROL);
    if (index < 0) {
      return index;
    }
    int target =
        Capabilities.find(caller.process, notification, ObjectType.NOTIFICATION, Rights.SEND);
    if (target < 0) {
      return target;
    }
    InterruptLine line = InterruptLine.all[Capabilities.all[index].object()];
    if (line.line == KernelObject.NONE) {
      return Errors.WRONG_STATE;
    }
    Capability capability = Capabilities.all[target];
    line.bind(Notification.all[capability.object()], capability.badge());
    return Errors.NONE;
  }

  /** Lets a line interrupt again. */
  public static int interruptAcknowledge(KernelThread caller, int interrupt) {
    int index = Capabilities.find(caller.process, interrupt, ObjectType.INTERRUPT, Rights.CONTROL);
    if (index < 0) {
      return index;
    }
    InterruptLine line = InterruptLine.all[Capabilities.all[index].object()];
    if (line.notification == KernelObject.NONE) {
      return Errors.WRONG_STATE;
    }
    Interrupts.unmask(line.line);
    return Errors.NONE;
  }
}
