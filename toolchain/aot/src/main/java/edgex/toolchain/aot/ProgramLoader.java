package edgex.toolchain.aot;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Finds class files where the program has them, and only what it lacks where this tool has it: a
 * tool may use the same libraries as the program, but without their native twins.
 */
final class ProgramLoader extends URLClassLoader {
  ProgramLoader(URL[] classPath, ClassLoader tool) {
    super(classPath, tool);
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
    all.addAll(Collections.list(getParent().getResources(name)));
    return Collections.enumeration(all);
  }
}
