package edgex.kernel.object;

import edgex.abi.ObjectType;
import edgex.abi.declare.BootOnly;
import edgex.kernel.arch.AddressSpace;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * A process: address space, capability table and quota.
 *
 * <p>The quota has three counters, each with a limit: pages, capabilities, objects. A child's
 * limits count as used by its parent from creation until its end, so the sum of what is really used
 * never exceeds the first process's limits, which are what the machine has.
 */
@StaticInit
@Unmanaged
public final class KernelProcess extends KernelObject {
  /** All processes. */
  public static KernelProcess[] all;

  /** Page tables. */
  public final AddressSpace addressSpace = new AddressSpace();

  /** Most pages. */
  public int pagesLimit;

  /** Pages in use: memory objects, message pages, tables, limits of children. */
  public int pagesUsed;

  /** Most capabilities. */
  public int capabilitiesLimit;

  /** Capabilities held, and limits of children. */
  public int capabilitiesUsed;

  /** Most objects. */
  public int objectsLimit;

  /** Objects and mappings charged, and limits of children. */
  public int objectsUsed;

  /** Highest priority of a thread. */
  public int maximumPriority;

  /** Head of the list of objects charged to this process, by id. */
  public int firstPaid = NONE;

  /** Head of the list of capabilities held. */
  public int firstCapability = NONE;

  /** Head of the list of threads, by index. */
  public int firstThread = NONE;

  /** How many threads. */
  public int threadCount;

  /** Root of the tree of mappings by address. */
  public int mappingRoot = NONE;

  /** Endpoint that faults are sent to; {@code NONE}: a faulting thread stops. */
  public int faultEndpoint = NONE;

  /** Generation of that endpoint when it was named. */
  public int faultEndpointGeneration;

  /** Badge that the receiver of a fault sees. */
  public long faultBadge;

  /** Whether the process has exited: no thread of it runs again. */
  public boolean exited;

  /** What it exited with. */
  public int exitStatus;

  /** Processor time of its threads, those that are gone too. */
  public long cpuNanos;

  private KernelProcess(int index) {
    super(ObjectType.PROCESS, index);
  }

  @BootOnly(reason = "allocates")
  static KernelObject[] create(int count) {
    all = new KernelProcess[count];
    for (int i = 0; i < count; i++) {
      all[i] = new KernelProcess(i);
    }
    return all;
  }

  /** Whether {@code count} more pages fit into the quota. */
  public boolean allowsPages(long count) {
    return count <= pagesLimit - pagesUsed;
  }

  /** Brings a process taken from the pool to its first state, with nothing in it. */
  public void initialize(int pages, int capabilities, int objects, int priority) {
    pagesLimit = pages;
    pagesUsed = 0;
    capabilitiesLimit = capabilities;
    capabilitiesUsed = 0;
    objectsLimit = objects;
    objectsUsed = 0;
    maximumPriority = priority;
    firstPaid = NONE;
    firstCapability = NONE;
    firstThread = NONE;
    threadCount = 0;
    mappingRoot = NONE;
    faultEndpoint = NONE;
    faultBadge = 0;
    exited = false;
    exitStatus = 0;
    cpuNanos = 0;
  }
}
