package edgex.kernel.boot;

import edgex.abi.BootImage;
import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.abi.RootStart;
import edgex.kernel.arch.AddressSpace;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.arch.Platform;
import edgex.kernel.debug.KernelLog;
import edgex.kernel.debug.Panic;
import edgex.kernel.irq.DeviceWindow;
import edgex.kernel.irq.InterruptLine;
import edgex.kernel.memory.Frames;
import edgex.kernel.memory.Mappings;
import edgex.kernel.memory.MemoryHandlers;
import edgex.kernel.memory.MemoryObject;
import edgex.kernel.memory.MessagePages;
import edgex.kernel.memory.MessageRecord;
import edgex.kernel.object.Capabilities;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.object.Pools;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.RunQueue;
import edgex.kernel.sched.Scheduler;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Makes the first process from the segments in the boot image.
 *
 * <pre>
 *   segments ... | message page | not mapped | stack | FREE_ADDRESS
 * </pre>
 *
 * <p>Whatever is wrong with the image ends the machine: there is nobody else to tell.
 */
@StaticInit
@Unmanaged
public final class RootProcess {
  private static final int PAGE_BYTES = AddressSpace.PAGE_SIZE_BYTES;
  private static final int STACK_PAGES = 32;
  private static final int COPY_UNIT_BYTES = 8;
  private static final String NO_MEMORY = "too little memory for the root process";
  private static final String NO_PLACE = "segment that cannot be mapped";

  private static KernelProcess process;
  private static long image;
  private static int imageHandle;
  private static long freeAddress;

  private RootProcess() {}

  /** Makes the process and its thread, ready to run. */
  public static void start() {
    String problem = BootImageCheck.problem();
    if (problem != null) {
      Panic.end(problem);
      return;
    }
    image = Platform.bootImageStart();
    makeProcess();
    imageHandle = makeImage();
    freeAddress = AddressSpace.userStart();
    int segments = PhysicalMemory.read32(image + BootImage.SEGMENT_COUNT_OFFSET);
    if (segments < 1 || segments > BootImage.MAXIMUM_SEGMENTS) {
      Panic.end("boot image with a wrong number of segments");
      return;
    }
    for (int i = 0; i < segments; i++) {
      loadSegment(image + BootImage.SEGMENTS_OFFSET + (long) i * BootImage.SEGMENT_BYTES);
    }
    makeThread();
    KernelLog.append("kernel: ");
    KernelLog.appendDecimal(Frames.freePages());
    KernelLog.append(" pages free, root process started\n");
  }

  private static void makeProcess() {
    process = KernelProcess.all[Pools.takeUnpaid(ObjectType.PROCESS)];
    process.initialize(
        (int) Frames.freePages(),
        Capabilities.all.length,
        Pools.totalSize() + Mappings.all.length,
        RunQueue.PRIORITIES - 1);
    process.addressSpace.initialize(frame());
  }

  private static long frame() {
    long frame = Frames.allocateZeroed();
    if (frame == 0) {
      Panic.end(NO_MEMORY);
    }
    process.pagesUsed++;
    return frame;
  }

  private static int makeImage() {
    long pages = pagesFor(Platform.bootImageSizeBytes());
    MemoryObject memory = MemoryObject.all[Pools.take(ObjectType.MEMORY, process)];
    memory.initialize(image, (int) pages, (int) pages, false);
    return Capabilities.createRoot(
        process, memory, Rights.READ | Rights.EXECUTE | Rights.GRANT | Rights.INSPECT);
  }

  private static void loadSegment(long segment) {
    long offset = PhysicalMemory.read64(segment + BootImage.SEGMENT_OFFSET_OFFSET);
    long fileBytes = PhysicalMemory.read64(segment + BootImage.SEGMENT_FILE_BYTES_OFFSET);
    long address = PhysicalMemory.read64(segment + BootImage.SEGMENT_ADDRESS_OFFSET);
    long memoryBytes = PhysicalMemory.read64(segment + BootImage.SEGMENT_MEMORY_BYTES_OFFSET);
    int protection = (int) PhysicalMemory.read64(segment + BootImage.SEGMENT_PROTECTION_OFFSET);
    long imageBytes = Platform.bootImageSizeBytes();
    if (offset < 0
        || fileBytes < 0
        || offset > imageBytes
        || fileBytes > imageBytes - offset
        || fileBytes > memoryBytes) {
      Panic.end("segment outside the boot image");
      return;
    }
    if (memoryBytes > AddressSpace.userEnd()) {
      Panic.end(NO_PLACE);
      return;
    }
    long size = pagesFor(memoryBytes) * PAGE_BYTES;
    if ((protection & Rights.WRITE) == 0) {
      map(imageHandle, address, offset, size, protection);
    } else {
      int handle = makeMemory(size >>> Frames.PAGE_SHIFT);
      MemoryObject memory = memoryOf(handle);
      copy(memory, image + offset, fileBytes);
      map(handle, address, 0, size, protection);
    }
    freeAddress = Math.max(freeAddress, address + size);
  }

  /** The copy is made of whole units; the rest of the last page is then cleared byte by byte. */
  private static void copy(MemoryObject memory, long source, long bytes) {
    for (int i = 0; i < memory.pages; i++) {
      PhysicalMemory.zeroPage(memory.base + (long) i * PAGE_BYTES);
    }
    long whole = bytes & -COPY_UNIT_BYTES;
    for (long done = 0; done < whole; done += COPY_UNIT_BYTES) {
      PhysicalMemory.write64(memory.base + done, PhysicalMemory.read64(source + done));
    }
    for (long done = whole; done < bytes; done++) {
      PhysicalMemory.write8(memory.base + done, PhysicalMemory.read8(source + done));
    }
    memory.zeroedPages = memory.pages;
  }

  private static int makeMemory(long pageCount) {
    long base = process.allowsPages(pageCount) ? Frames.allocate((int) pageCount) : 0;
    if (base == 0) {
      Panic.end(NO_MEMORY);
    }
    int pages = (int) pageCount;
    process.pagesUsed += pages;
    MemoryObject memory = MemoryObject.all[Pools.take(ObjectType.MEMORY, process)];
    memory.initialize(base, pages, 0, true);
    return Capabilities.createRoot(process, memory, Rights.ALL);
  }

  private static MemoryObject memoryOf(int handle) {
    int index = Capabilities.find(process, handle, ObjectType.MEMORY, 0);
    return MemoryObject.all[Capabilities.all[index].object()];
  }

  private static void map(int handle, long address, long offset, long size, int protection) {
    int error = MemoryHandlers.mapAtBoot(process, handle, address, offset, size, protection);
    if (error != Errors.NONE) {
      Panic.end(
          error == Errors.OUT_OF_MEMORY || error == Errors.QUOTA_EXCEEDED ? NO_MEMORY : NO_PLACE);
    }
  }

  private static void makeThread() {
    KernelThread thread = KernelThread.all[Pools.take(ObjectType.THREAD, process)];
    thread.initialize(process, RunQueue.PRIORITIES - 1);
    long messagePage = freeAddress;
    long stack = messagePage + 2L * PAGE_BYTES;
    long stackBytes = (long) STACK_PAGES * PAGE_BYTES;
    if (MemoryHandlers.checkRange(messagePage, stack + stackBytes - messagePage) != Errors.NONE) {
      Panic.end(NO_PLACE);
    }
    if (MessagePages.supply(thread, process, messagePage) != Errors.NONE) {
      Panic.end(NO_MEMORY);
    }
    map(makeMemory(STACK_PAGES), stack, 0, stackBytes, Rights.READ | Rights.WRITE);
    freeAddress = stack + stackBytes;
    hand(thread, messagePage);
    thread.context.startAt(
        PhysicalMemory.read64(image + BootImage.ENTRY_POINT_OFFSET), freeAddress, messagePage, 0);
    Scheduler.makeReady(thread);
  }

  /** Writes the {@code RootStart} words. */
  private static void hand(KernelThread thread, long messagePage) {
    MessageRecord.put(thread, RootStart.PROCESS, root(process));
    MessageRecord.put(thread, RootStart.THREAD, root(thread));
    int system = Pools.take(ObjectType.SYSTEM, process);
    MessageRecord.put(thread, RootStart.SYSTEM, root(Pools.object(ObjectType.SYSTEM, system)));
    MessageRecord.put(thread, RootStart.PORTS, Platform.portCount() == 0 ? 0 : makePorts());
    InterruptLine lines = InterruptLine.all[Pools.take(ObjectType.INTERRUPT, process)];
    lines.initializeRoot();
    MessageRecord.put(thread, RootStart.INTERRUPTS, root(lines));
    MessageRecord.put(thread, RootStart.BOOT_IMAGE, imageHandle);
    MessageRecord.put(thread, RootStart.BOOT_IMAGE_BYTES, Platform.bootImageSizeBytes());
    MessageRecord.put(thread, RootStart.MESSAGE_PAGE, messagePage);
    MessageRecord.put(thread, RootStart.FREE_ADDRESS, freeAddress);
  }

  private static int makePorts() {
    DeviceWindow ports = DeviceWindow.all[Pools.take(ObjectType.DEVICE, process)];
    ports.first = 0;
    ports.count = Platform.portCount();
    return root(ports);
  }

  private static int root(KernelObject object) {
    return Capabilities.createRoot(process, object, Rights.ALL);
  }

  private static long pagesFor(long bytes) {
    return (bytes + PAGE_BYTES - 1) >>> Frames.PAGE_SHIFT;
  }
}
