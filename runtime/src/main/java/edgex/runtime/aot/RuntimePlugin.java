package edgex.runtime.aot;

import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** Found by TeaVM on the class path of every program that has this runtime. */
public final class RuntimePlugin implements TeaVMPlugin {
  @Override
  public void install(TeaVMHost host) {
    host.add(new LibraryBoundary());
  }
}
