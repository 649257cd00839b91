package edgex.kernel.memory;

import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.kernel.arch.AddressSpace;
import edgex.kernel.arch.Cpu;
import edgex.kernel.object.Capabilities;
import edgex.kernel.object.Capability;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.object.ObjectHandlers;
import edgex.kernel.object.Pools;
import edgex.kernel.object.Reaper;
import edgex.kernel.sched.KernelThread;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** System calls on memory objects and mappings. */
@StaticInit
@Unmanaged
public final class MemoryHandlers {
  private static final int PAGE_MASK = AddressSpace.PAGE_SIZE_BYTES - 1;
  private static final int PROTECTION_MASK = Rights.READ | Rights.WRITE | Rights.EXECUTE;

  private MemoryHandlers() {}

  /** Makes a memory object that a process pays for. */
  public static int memoryCreate(KernelThread caller, int process, long sizeBytes) {
    if (!Reaper.drain()) {
      return caller.rewind();
    }
    int index = Capabilities.find(caller.process, process, ObjectType.PROCESS, Rights.CONTROL);
    if (index < 0) {
      return index;
    }
    KernelProcess payer = KernelProcess.all[Capabilities.all[index].object()];
    int error = ObjectHandlers.checkPaid(caller, ObjectType.MEMORY, payer);
    if (error != Errors.NONE) {
      return error;
    }
    if (!isPageMultiple(sizeBytes) || sizeBytes <= 0) {
      return Errors.INVALID_ARGUMENT;
    }
    if (!payer.allowsPages(sizeBytes >>> Frames.PAGE_SHIFT)) {
      return Errors.QUOTA_EXCEEDED;
    }
    int pages = (int) (sizeBytes >>> Frames.PAGE_SHIFT);
    long base = Frames.allocate(pages);
    if (base == 0) {
      return Errors.OUT_OF_MEMORY;
    }
    payer.pagesUsed += pages;
    MemoryObject memory = MemoryObject.all[Pools.take(ObjectType.MEMORY, payer)];
    memory.initialize(base, pages, 0, true);
    return Capabilities.createRoot(caller.process, memory, Rights.ALL);
  }

  /** Size of a memory object in bytes. */
  public static long memorySize(KernelThread caller, int memory) {
    int index = Capabilities.find(caller.process, memory, ObjectType.MEMORY, Rights.READ);
    if (index < 0) {
      return index;
    }
    return (long) MemoryObject.all[Capabilities.all[index].object()].pages << Frames.PAGE_SHIFT;
  }

  /** Makes a memory object that is a window of another one. */
  public static int memorySlice(KernelThread caller, int memory, long offsetBytes, long sizeBytes) {
    int error = ObjectHandlers.check(caller, ObjectType.MEMORY);
    if (error != Errors.NONE) {
      return error;
    }
    int index = Capabilities.find(caller.process, memory, ObjectType.MEMORY, 0);
    if (index < 0) {
      return index;
    }
    Capability capability = Capabilities.all[index];
    MemoryObject from = MemoryObject.all[capability.object()];
    if (!isWithin(from, offsetBytes, sizeBytes)) {
      return Errors.INVALID_ARGUMENT;
    }
    MemoryObject slice = MemoryObject.all[Pools.take(ObjectType.MEMORY, caller.process)];
    slice.initializeSlice(
        from, (int) (offsetBytes >>> Frames.PAGE_SHIFT), (int) (sizeBytes >>> Frames.PAGE_SHIFT));
    return Capabilities.deriveFor(caller.process, index, slice, capability.rights(), 0);
  }

  /** Maps pages of a memory object into a process. */
  public static int memoryMap(
      KernelThread caller,
      int process,
      int memory,
      long virtualAddress,
      long offsetBytes,
      long sizeBytes,
      int protection) {
    int target = Capabilities.find(caller.process, process, ObjectType.PROCESS, Rights.CONTROL);
    if (target < 0) {
      return target;
    }
    int index =
        checkMap(caller.process, memory, virtualAddress, offsetBytes, sizeBytes, protection);
    if (index < 0) {
      return index;
    }
    KernelProcess owner = KernelProcess.all[Capabilities.all[target].object()];
    int pages = (int) (sizeBytes >>> Frames.PAGE_SHIFT);
    int firstPage = (int) (offsetBytes >>> Frames.PAGE_SHIFT);
    int existing = overlapping(owner, virtualAddress, pages);
    if (existing != KernelObject.NONE) {
      // The caller's own half-done work, when an interrupt made it start again.
      Mapping mapping = Mappings.all[existing];
      boolean same =
          mapping.capability == index
              && mapping.address == virtualAddress
              && mapping.pages == pages
              && mapping.firstPage == firstPage
              && mapping.protection == protection;
      return same && !mapping.isComplete() ? proceed(caller, mapping) : Errors.ALREADY_MAPPED;
    }
    int error = Mappings.checkCreate(owner);
    if (error != Errors.NONE) {
      return error;
    }
    Mapping mapping = Mappings.take(owner, virtualAddress, pages, protection);
    Mappings.attach(mapping, index, firstPage);
    return proceed(caller, mapping);
  }

  /**
   * Index of the capability for the memory that a process may map like this; or an error, whatever
   * is mapped where.
   */
  private static int checkMap(
      KernelProcess holder,
      int memory,
      long virtualAddress,
      long offsetBytes,
      long sizeBytes,
      int protection) {
    int error = checkProtection(protection);
    if (error != Errors.NONE) {
      return error;
    }
    int index = Capabilities.find(holder, memory, ObjectType.MEMORY, protection);
    if (index < 0) {
      return index;
    }
    if (!isWithin(MemoryObject.all[Capabilities.all[index].object()], offsetBytes, sizeBytes)) {
      return Errors.INVALID_ARGUMENT;
    }
    error = checkRange(virtualAddress, sizeBytes);
    return error != Errors.NONE ? error : index;
  }

  /** At boot: maps memory of the first process into it, without interruption: 0 or an error. */
  public static int mapAtBoot(
      KernelProcess process, int memory, long address, long offset, long size, int protection) {
    int index = checkMap(process, memory, address, offset, size, protection);
    if (index < 0) {
      return index;
    }
    int pages = (int) (size >>> Frames.PAGE_SHIFT);
    if (overlapping(process, address, pages) != KernelObject.NONE) {
      return Errors.ALREADY_MAPPED;
    }
    int error = Mappings.checkCreate(process);
    if (error != Errors.NONE) {
      return error;
    }
    Mapping mapping = Mappings.take(process, address, pages, protection);
    Mappings.attach(mapping, index, (int) (offset >>> Frames.PAGE_SHIFT));
    int state = Mappings.fill(mapping);
    while (state > 0) {
      state = Mappings.fill(mapping);
    }
    return state;
  }

  /** Fills a mapping, or takes it away again when that has failed. */
  private static int proceed(KernelThread caller, Mapping mapping) {
    if (mapping.ending == Errors.NONE) {
      int state = Mappings.fill(mapping);
      if (state == 0) {
        return Errors.NONE;
      }
      if (state > 0) {
        return caller.rewind();
      }
    }
    int error = mapping.ending;
    return remove(mapping) ? error : caller.rewind();
  }

  /** Takes a mapping away; false when an interrupt is pending before that is done. */
  private static boolean remove(Mapping mapping) {
    int index = mapping.index;
    while (!Mappings.removeStep(index)) {
      if (Cpu.interruptPending()) {
        return false;
      }
    }
    return true;
  }

  /** Takes away the mapping that covers exactly this range. */
  public static int memoryUnmap(
      KernelThread caller, int process, long virtualAddress, long sizeBytes) {
    int target = Capabilities.find(caller.process, process, ObjectType.PROCESS, Rights.CONTROL);
    if (target < 0) {
      return target;
    }
    int error = checkRange(virtualAddress, sizeBytes);
    if (error != Errors.NONE) {
      return error;
    }
    KernelProcess owner = KernelProcess.all[Capabilities.all[target].object()];
    int found = startingAt(owner, virtualAddress);
    if (found == KernelObject.NONE) {
      return Errors.NOT_MAPPED;
    }
    Mapping mapping = Mappings.all[found];
    if (mapping.end() != virtualAddress + sizeBytes) {
      return Errors.NOT_MAPPED;
    }
    if (mapping.memory == KernelObject.NONE) {
      return Errors.WRONG_STATE;
    }
    return remove(mapping) ? Errors.NONE : caller.rewind();
  }

  /** Changes the protection of the mapping that starts at an address. */
  public static int memoryProtect(
      KernelThread caller, int process, long virtualAddress, int protection) {
    int target = Capabilities.find(caller.process, process, ObjectType.PROCESS, Rights.CONTROL);
    if (target < 0) {
      return target;
    }
    int error = checkProtection(protection);
    if (error == Errors.NONE) {
      error = checkRange(virtualAddress, AddressSpace.PAGE_SIZE_BYTES);
    }
    if (error != Errors.NONE) {
      return error;
    }
    int found = startingAt(KernelProcess.all[Capabilities.all[target].object()], virtualAddress);
    if (found == KernelObject.NONE) {
      return Errors.NOT_MAPPED;
    }
    Mapping mapping = Mappings.all[found];
    if (mapping.memory == KernelObject.NONE || !mapping.isComplete()) {
      return Errors.WRONG_STATE;
    }
    if (!Capabilities.all[mapping.capability].allows(protection)) {
      return Errors.MISSING_RIGHT;
    }
    return Mappings.protect(mapping, protection) ? Errors.NONE : caller.rewind();
  }

  /** Index of a mapping of a process that overlaps a range, or {@code NONE}. */
  static int overlapping(KernelProcess process, long address, int pages) {
    int index = MappingTree.firstEndingAbove(process, address);
    if (index == KernelObject.NONE) {
      return KernelObject.NONE;
    }
    long end = address + ((long) pages << Frames.PAGE_SHIFT);
    return Mappings.all[index].address < end ? index : KernelObject.NONE;
  }

  private static int startingAt(KernelProcess process, long address) {
    int index = MappingTree.firstEndingAbove(process, address);
    return index != KernelObject.NONE && Mappings.all[index].address == address
        ? index
        : KernelObject.NONE;
  }

  /**
   * Whether a range is page-aligned, not empty, and in user space: 0 or {@code INVALID_ADDRESS}.
   */
  public static int checkRange(long address, long sizeBytes) {
    boolean valid =
        isPageMultiple(address)
            && isPageMultiple(sizeBytes)
            && sizeBytes > 0
            && address >= AddressSpace.userStart()
            && address < AddressSpace.userEnd()
            && sizeBytes <= AddressSpace.userEnd() - address;
    return valid ? Errors.NONE : Errors.INVALID_ADDRESS;
  }

  /** Readable at least, and never writable and executable. */
  private static int checkProtection(int protection) {
    if ((protection & ~PROTECTION_MASK) != 0 || (protection & Rights.READ) == 0) {
      return Errors.INVALID_ARGUMENT;
    }
    int both = Rights.WRITE | Rights.EXECUTE;
    return (protection & both) == both ? Errors.WRITABLE_AND_EXECUTABLE : Errors.NONE;
  }

  private static boolean isWithin(MemoryObject memory, long offsetBytes, long sizeBytes) {
    long total = (long) memory.pages << Frames.PAGE_SHIFT;
    return isPageMultiple(offsetBytes)
        && isPageMultiple(sizeBytes)
        && offsetBytes >= 0
        && offsetBytes < total
        && sizeBytes > 0
        && sizeBytes <= total - offsetBytes;
  }

  private static boolean isPageMultiple(long value) {
    return (value & PAGE_MASK) == 0;
  }
}
