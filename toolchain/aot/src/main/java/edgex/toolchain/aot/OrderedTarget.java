package edgex.toolchain.aot;

import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.teavm.backend.c.CTarget;
import org.teavm.backend.c.TeaVMCHost;
import org.teavm.backend.c.generate.CNameProvider;
import org.teavm.model.ClassHolder;
import org.teavm.model.ListableClassHolderSource;
import org.teavm.vm.BuildTarget;

/**
 * TeaVM's C backend, given the classes by name. Its analysis finds them in an order that hangs on
 * identity hash codes, which differ between threads and runs; strings and call sites are numbered
 * in the order of the classes, so equal inputs would give different bytes.
 */
final class OrderedTarget extends CTarget implements TeaVMCHost {
  OrderedTarget(CNameProvider names) {
    super(names);
  }

  @Override
  public void emit(ListableClassHolderSource classes, BuildTarget target, String outputName)
      throws IOException {
    super.emit(new Ordered(classes), target, outputName);
  }

  /** The classes of another source, in the order of their names. */
  static final class Ordered implements ListableClassHolderSource {
    private final ListableClassHolderSource classes;
    private final Set<String> names;

    Ordered(ListableClassHolderSource classes) {
      this.classes = classes;
      this.names = Collections.unmodifiableSet(new TreeSet<>(classes.getClassNames()));
    }

    @Override
    public Set<String> getClassNames() {
      return names;
    }

    @Override
    public ClassHolder get(String name) {
      return classes.get(name);
    }
  }
}
