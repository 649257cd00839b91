package edgex.toolchain.aot;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Finds a program's class files on its own class path before those of the compiler's JVM, which may
 * hold other versions of the same classes: a benchmark that runs a library and compiles it with its
 * native twin does. The Java library and TeaVM's own files come from the JVM.
 */
final class ProgramClassLoader extends URLClassLoader {
  ProgramClassLoader(URL[] classPath) {
    super(classPath, ProgramClassLoader.class.getClassLoader());
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> resources = Collections.list(findResources(name));
    resources.addAll(Collections.list(getParent().getResources(name)));
    return Collections.enumeration(resources);
  }
}
