package edgex.runtime;

import edgex.abi.Rights;
import edgex.runtime.machine.StartData;
import edgex.runtime.system.SystemCalls;

/** A Memory capability with its place in this process's address space. */
public final class MappedMemory {
  private final int handle;
  private final long address;
  private final long sizeBytes;

  private MappedMemory(int handle, long address, long sizeBytes) {
    this.handle = handle;
    this.address = address;
    this.sizeBytes = sizeBytes;
  }

  /**
   * Makes new zeroed memory and maps it readable and writable.
   *
   * @param sizeBytes a multiple of the page size
   * @throws KernelException if the machine or the quota has no room
   */
  public static MappedMemory create(long sizeBytes) {
    int handle = KernelException.check("create memory", SystemCalls.memoryCreate(sizeBytes));
    try {
      return map(handle, Rights.READ | Rights.WRITE);
    } catch (KernelException failure) {
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
    long sizeBytes = KernelException.check("size of memory", SystemCalls.memorySize(handle));
    long address = StartData.reserveAddresses(sizeBytes);
    if (address < 0) {
      throw new OutOfMemoryError("no addresses left for " + sizeBytes + " bytes");
    }
    int status =
        SystemCalls.memoryMap(
            Capabilities.require("process"), handle, address, 0, sizeBytes, protection);
    if (status < 0) {
      StartData.releaseAddresses(address, sizeBytes);
      throw new KernelException("map memory", status);
    }
    return new MappedMemory(handle, address, sizeBytes);
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
    StartData.releaseAddresses(address, sizeBytes);
  }

  /** Unmaps the memory and gives the capability back. */
  public void delete() {
    unmap();
    SystemCalls.capabilityDelete(handle);
  }
}
