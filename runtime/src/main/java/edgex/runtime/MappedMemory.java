package edgex.runtime;

import edgex.abi.Rights;
import edgex.runtime.machine.StartData;
import edgex.runtime.system.SystemCalls;

/** A Memory capability with its place in this process's address space. */
public final class MappedMemory {
  private final int handle;
  private final long address;
  private final long sizeBytes;
  private final long guardBytes;

  private MappedMemory(int handle, long address, long sizeBytes, long guardBytes) {
    this.handle = handle;
    this.address = address;
    this.sizeBytes = sizeBytes;
    this.guardBytes = guardBytes;
  }

  /**
   * Makes new zeroed memory and maps it readable and writable.
   *
   * @param sizeBytes a multiple of the page size
   * @throws KernelException if the machine or the quota has no room
   */
  public static MappedMemory create(long sizeBytes) {
    return create(Capabilities.require("process"), sizeBytes, 0);
  }

  /**
   * As {@link #create}, paid by another process, with which the memory goes.
   *
   * @param process a Process capability that allows control
   */
  public static MappedMemory createFor(int process, long sizeBytes) {
    return create(process, sizeBytes, 0);
  }

  /**
   * As {@link #create}, with addresses before and behind it where nothing is ever mapped: running
   * over an end is a fault.
   *
   * @param guardBytes how many on each side, a multiple of the page size
   */
  public static MappedMemory createGuarded(long sizeBytes, long guardBytes) {
    return create(Capabilities.require("process"), sizeBytes, guardBytes);
  }

  private static MappedMemory create(int payer, long sizeBytes, long guardBytes) {
    int handle = KernelException.check("create memory", SystemCalls.memoryCreate(payer, sizeBytes));
    try {
      return map(handle, Rights.READ | Rights.WRITE, guardBytes);
    } catch (KernelException | OutOfMemoryError failure) {
      SystemCalls.capabilityDelete(handle);
      throw failure;
    }
  }

  /**
   * Maps all of a Memory capability that this process holds. Its size comes from the kernel.
   *
   * @param protection {@link Rights#READ}, with {@link Rights#WRITE} or {@link Rights#EXECUTE}
   * @throws KernelException if the capability does not allow it
   */
  public static MappedMemory map(int handle, int protection) {
    return map(handle, protection, 0);
  }

  private static MappedMemory map(int handle, int protection, long guardBytes) {
    long sizeBytes = KernelException.check("size of memory", SystemCalls.memorySize(handle));
    long reservedBytes = sizeBytes + 2 * guardBytes;
    long reserved = StartData.reserveAddresses(reservedBytes);
    if (reserved < 0) {
      throw new OutOfMemoryError("no addresses left for " + sizeBytes + " bytes");
    }
    long address = reserved + guardBytes;
    int status =
        SystemCalls.memoryMap(
            Capabilities.require("process"), handle, address, 0, sizeBytes, protection);
    if (status < 0) {
      StartData.releaseAddresses(reserved, reservedBytes);
      throw new KernelException("map memory", status);
    }
    return new MappedMemory(handle, address, sizeBytes, guardBytes);
  }

  /** The capability. */
  public int handle() {
    return handle;
  }

  /** The first address. */
  public long address() {
    return address;
  }

  /** The size in bytes. */
  public long sizeBytes() {
    return sizeBytes;
  }

  /** Unmaps the memory; the capability stays. */
  public void unmap() {
    KernelException.check(
        "unmap memory",
        SystemCalls.memoryUnmap(Capabilities.require("process"), address, sizeBytes));
    StartData.releaseAddresses(address - guardBytes, sizeBytes + 2 * guardBytes);
  }

  /** Unmaps the memory and gives the capability back. */
  public void delete() {
    unmap();
    SystemCalls.capabilityDelete(handle);
  }
}
