package edgex.services.hostlink;

import edgex.abi.Rights;
import edgex.runtime.KernelException;
import edgex.runtime.MappedMemory;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.system.SystemCalls;

/** Memory capabilities that come in messages, mapped into this process. */
final class GrantedMemory implements ContentMemory {
  @Override
  public Lent open(int handle) {
    try {
      return new Mapping(MappedMemory.map(handle, Rights.READ));
    } catch (KernelException refused) {
      SystemCalls.capabilityDelete(handle);
      return null;
    }
  }

  private record Mapping(MappedMemory memory) implements Lent {
    @Override
    public long sizeBytes() {
      return memory.sizeBytes();
    }

    @Override
    public void read(long offset, byte[] target, int length) {
      RawMemory.read(memory.address() + offset, target, 0, length);
    }

    @Override
    public void close() {
      memory.delete();
    }
  }
}
