package edgex.kernel;

import edgex.abi.Rights;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.memory.Frames;
import edgex.kernel.memory.Mapping;
import edgex.kernel.memory.Mappings;
import edgex.kernel.memory.MemoryObject;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.sched.KernelThread;
import java.util.Arrays;

/**
 * The invariants of physical memory: each frame belongs to the allocator, to one memory object, to
 * one thread, or to one process's page tables, and page tables lead only to what belongs to the
 * mapping that they are there for.
 */
final class FrameOwners {
  private static final int NOBODY = 0;
  private static final int MEMORY = 1 << 24;
  private static final int MESSAGE_PAGE = 2 << 24;
  private static final int TABLES = 3 << 24;
  private static final int NONE = KernelObject.NONE;

  /** Owner of each frame: kind and index. Kept between checks, so that each need not allocate. */
  private static int[] owners = new int[0];

  private FrameOwners() {}

  static void check() {
    Arrays.fill(owners, NOBODY);
    long owned = 0;
    for (MemoryObject memory : MemoryObject.all) {
      if (memory.life != KernelObject.FREE && memory.ownsPages) {
        for (int i = 0; i < memory.pages; i++) {
          own((memory.base >>> Frames.PAGE_SHIFT) + i, MEMORY | memory.index);
        }
        owned += memory.pages;
      }
    }
    for (KernelThread thread : KernelThread.all) {
      if (thread.messagePage != 0) {
        own(thread.messagePage >>> Frames.PAGE_SHIFT, MESSAGE_PAGE | thread.index);
        owned++;
      }
    }
    for (KernelProcess process : KernelProcess.all) {
      if (process.life != KernelObject.FREE) {
        owned += ownTables(process);
      }
    }
    Invariants.is(
        owned + Frames.freePages() == Frames.managedPages(),
        "%d frames are owned, which is not what is missing",
        owned);
    for (Mapping mapping : Mappings.all) {
      if (mapping.process != NONE) {
        checkMapping(mapping);
      }
    }
  }

  private static int ownTables(KernelProcess process) {
    own(process.addressSpace.rootFrame() >>> Frames.PAGE_SHIFT, TABLES | process.index);
    long[] tables = HostMachine.tableFrames(process.addressSpace);
    for (long table : tables) {
      own(table >>> Frames.PAGE_SHIFT, TABLES | process.index);
    }
    return 1 + tables.length;
  }

  private static void own(long frame, int owner) {
    int index = (int) frame;
    if (index >= owners.length) {
      owners = Arrays.copyOf(owners, Math.max(index + 1, 2 * owners.length));
    }
    Invariants.is(owners[index] == NOBODY, "frame %d has two owners", frame);
    owners[index] = owner;
  }

  /** What the page tables say of a mapping's pages: whose they are, and what may be done. */
  private static void checkMapping(Mapping mapping) {
    KernelProcess process = KernelProcess.all[mapping.process];
    long expected = firstFrame(mapping);
    int both = Rights.WRITE | Rights.EXECUTE;
    for (int i = 0; i < mapping.mappedPages; i++) {
      long address = mapping.address + ((long) i << Frames.PAGE_SHIFT);
      long physical = process.addressSpace.translate(address);
      Invariants.is(
          physical >>> Frames.PAGE_SHIFT == expected + i, "mapping %d leads astray", mapping.index);
      int protection = HostMachine.protection(process.addressSpace, address);
      Invariants.is((protection & both) != both, "a page of mapping %d is W+X", mapping.index);
      Invariants.is(
          protection == mapping.protection || protection == mapping.nextProtection,
          "protection of a page of mapping %d",
          mapping.index);
    }
  }

  private static long firstFrame(Mapping mapping) {
    if (mapping.memory != NONE) {
      MemoryObject memory = MemoryObject.all[mapping.memory];
      return (memory.base >>> Frames.PAGE_SHIFT) + mapping.firstPage;
    }
    for (KernelThread thread : KernelThread.all) {
      if (thread.messagePage != 0 && thread.messagePageMapping == mapping.index) {
        return thread.messagePage >>> Frames.PAGE_SHIFT;
      }
    }
    throw new AssertionError("mapping " + mapping.index + " is nobody's message page");
  }
}
