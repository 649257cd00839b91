package edgex.kernel.memory;

import edgex.abi.Errors;
import edgex.abi.declare.BootOnly;
import edgex.kernel.arch.AddressSpace;
import edgex.kernel.arch.Cpu;
import edgex.kernel.object.Capabilities;
import edgex.kernel.object.Capability;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The pool of mappings, and the bounded steps that make and unmake one. */
@StaticInit
@Unmanaged
public final class Mappings {
  /** Pages handled between two looks at pending interrupts. */
  private static final int PAGES_PER_STEP = 16;

  /** All mappings. */
  public static Mapping[] all;

  private static int firstFree;
  private static int used;

  private Mappings() {}

  /** At boot. */
  @BootOnly(reason = "allocates")
  public static void create(int count) {
    all = new Mapping[count];
    for (int i = 0; i < count; i++) {
      all[i] = new Mapping(i);
      all[i].nextOfMemory = i + 1 < count ? i + 1 : KernelObject.NONE;
    }
    firstFree = count == 0 ? KernelObject.NONE : 0;
    used = 0;
  }

  /** Mappings in use. */
  public static int used() {
    return used;
  }

  /**
   * Whether a process can get one more: 0, {@code WRONG_STATE} for one that is on its way out,
   * {@code QUOTA_EXCEEDED}, {@code POOL_EMPTY}.
   */
  static int checkCreate(KernelProcess process) {
    if (process.life != KernelObject.LIVE) {
      return Errors.WRONG_STATE;
    }
    if (process.objectsUsed >= process.objectsLimit) {
      return Errors.QUOTA_EXCEEDED;
    }
    return firstFree == KernelObject.NONE ? Errors.POOL_EMPTY : Errors.NONE;
  }

  /** Takes a mapping out of the pool, for a range where nothing is mapped; charges its process. */
  static Mapping take(KernelProcess process, long address, int pages, int protection) {
    Mapping mapping = all[firstFree];
    firstFree = mapping.nextOfMemory;
    used++;
    process.objectsUsed++;
    mapping.process = process.index;
    mapping.memory = KernelObject.NONE;
    mapping.capability = KernelObject.NONE;
    mapping.address = address;
    mapping.pages = pages;
    mapping.protection = protection;
    mapping.nextProtection = protection;
    mapping.protectedPages = 0;
    mapping.mappedPages = 0;
    mapping.ending = Errors.NONE;
    MappingTree.insert(process, mapping);
    return mapping;
  }

  /** Connects a new mapping with its memory and the capability that allowed it. */
  static void attach(Mapping mapping, int capabilityIndex, int firstPage) {
    Capability capability = Capabilities.all[capabilityIndex];
    MemoryObject memory = MemoryObject.all[capability.object()];
    mapping.memory = memory.index;
    mapping.firstPage = firstPage;
    mapping.previousOfMemory = KernelObject.NONE;
    mapping.nextOfMemory = memory.firstMapping;
    if (memory.firstMapping != KernelObject.NONE) {
      all[memory.firstMapping].previousOfMemory = mapping.index;
    }
    memory.firstMapping = mapping.index;
    mapping.capability = capabilityIndex;
    mapping.previousOfCapability = KernelObject.NONE;
    mapping.nextOfCapability = capability.firstMapping;
    if (capability.firstMapping != KernelObject.NONE) {
      all[capability.firstMapping].previousOfCapability = mapping.index;
    }
    capability.firstMapping = mapping.index;
  }

  /**
   * Brings pages into the page tables until all are there (0), an interrupt is pending (1), or the
   * memory or the quota for tables is exhausted (an error, which is then the mapping's end).
   */
  static int fill(Mapping mapping) {
    MemoryObject memory = MemoryObject.all[mapping.memory];
    long first = memory.base + ((long) mapping.firstPage << Frames.PAGE_SHIFT);
    while (mapping.mappedPages < mapping.pages) {
      for (int i = 0; i < PAGES_PER_STEP && mapping.mappedPages < mapping.pages; i++) {
        long physical = first + ((long) mapping.mappedPages << Frames.PAGE_SHIFT);
        if (memory.zeroStep(physical + AddressSpace.PAGE_SIZE_BYTES)) {
          int error = mapPage(mapping, physical, memory.memoryType);
          if (error != Errors.NONE) {
            mapping.ending = error;
            return error;
          }
        }
      }
      if (mapping.mappedPages < mapping.pages && Cpu.interruptPending()) {
        return 1;
      }
    }
    return 0;
  }

  /** Maps the next page: 0, {@code OUT_OF_MEMORY} or {@code QUOTA_EXCEEDED}. */
  static int mapPage(Mapping mapping, long physical, int memoryType) {
    KernelProcess process = KernelProcess.all[mapping.process];
    AddressSpace space = process.addressSpace;
    long virtual = mapping.address + ((long) mapping.mappedPages << Frames.PAGE_SHIFT);
    while (space.map(virtual, physical, mapping.protection, memoryType)
        == AddressSpace.TABLE_MISSING) {
      if (!process.allowsPages(1)) {
        return Errors.QUOTA_EXCEEDED;
      }
      long table = Frames.allocateZeroed();
      if (table == 0) {
        return Errors.OUT_OF_MEMORY;
      }
      process.pagesUsed++;
      space.supplyTable(virtual, table);
    }
    mapping.mappedPages++;
    return Errors.NONE;
  }

  /** Changes the protection page by page; false when an interrupt is pending before all have it. */
  static boolean protect(Mapping mapping, int protection) {
    if (mapping.nextProtection != protection) {
      mapping.nextProtection = protection;
      mapping.protectedPages = 0;
    }
    AddressSpace space = KernelProcess.all[mapping.process].addressSpace;
    while (mapping.protectedPages < mapping.pages) {
      for (int i = 0; i < PAGES_PER_STEP && mapping.protectedPages < mapping.pages; i++) {
        space.protect(
            mapping.address + ((long) mapping.protectedPages << Frames.PAGE_SHIFT), protection);
        mapping.protectedPages++;
      }
      space.flushOthers();
      if (mapping.protectedPages < mapping.pages && Cpu.interruptPending()) {
        return false;
      }
    }
    mapping.protection = protection;
    mapping.protectedPages = 0;
    return true;
  }

  /** One bounded step of taking a mapping away; true when it is gone. */
  public static boolean removeStep(int index) {
    Mapping mapping = all[index];
    if (mapping.ending == Errors.NONE) {
      mapping.ending = Errors.CANCELLED;
    }
    KernelProcess process = KernelProcess.all[mapping.process];
    for (int i = 0; i < PAGES_PER_STEP && mapping.mappedPages > 0; i++) {
      mapping.mappedPages--;
      process.addressSpace.unmap(
          mapping.address + ((long) mapping.mappedPages << Frames.PAGE_SHIFT));
    }
    process.addressSpace.flushOthers();
    if (mapping.mappedPages > 0) {
      return false;
    }
    release(mapping, process);
    return true;
  }

  private static void release(Mapping mapping, KernelProcess process) {
    MappingTree.remove(process, mapping);
    if (mapping.memory != KernelObject.NONE) {
      unlinkFromMemory(mapping);
      unlinkFromCapability(mapping);
    }
    process.objectsUsed--;
    used--;
    mapping.process = KernelObject.NONE;
    mapping.nextOfMemory = firstFree;
    firstFree = mapping.index;
  }

  private static void unlinkFromMemory(Mapping mapping) {
    if (mapping.nextOfMemory != KernelObject.NONE) {
      all[mapping.nextOfMemory].previousOfMemory = mapping.previousOfMemory;
    }
    if (mapping.previousOfMemory != KernelObject.NONE) {
      all[mapping.previousOfMemory].nextOfMemory = mapping.nextOfMemory;
    } else {
      MemoryObject.all[mapping.memory].firstMapping = mapping.nextOfMemory;
    }
  }

  private static void unlinkFromCapability(Mapping mapping) {
    if (mapping.nextOfCapability != KernelObject.NONE) {
      all[mapping.nextOfCapability].previousOfCapability = mapping.previousOfCapability;
    }
    if (mapping.previousOfCapability != KernelObject.NONE) {
      all[mapping.previousOfCapability].nextOfCapability = mapping.nextOfCapability;
    } else {
      Capabilities.all[mapping.capability].firstMapping = mapping.nextOfCapability;
    }
  }
}
