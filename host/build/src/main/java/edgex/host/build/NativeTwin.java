package edgex.host.build;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.teavm.interop.Address;

/**
 * The module {@code X-native} beside a module {@code X}: classes of the same names, in C for the
 * hot loops, which stand before those of {@code X} in programs compiled ahead of time. A JVM never
 * sees them. What they replace must have the same public interface.
 */
final class NativeTwin {
  private static final String SUFFIX = "-native";
  private static final String CLASS_SUFFIX = ".class";

  private NativeTwin() {}

  /** Whether a module is the native twin of another one. */
  static boolean isTwin(Path module) {
    String name = module.getFileName().toString();
    return name.endsWith(SUFFIX)
        && Files.isRegularFile(
            module.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + "/pom.xml"));
  }

  /** The native twin of a module, if it has one. */
  static Optional<Path> of(Path module) {
    Path twin = module.resolveSibling(module.getFileName() + SUFFIX);
    return Files.isRegularFile(twin.resolve("pom.xml")) ? Optional.of(twin) : Optional.empty();
  }

  /**
   * Compares the twin's public classes with those that they replace.
   *
   * @throws BuildException naming a class that replaces nothing, or a method on one side only
   */
  static void requireSameInterface(Path jar, Path twinJar) throws BuildException, IOException {
    try (URLClassLoader original = loader(jar);
        URLClassLoader twin = loader(twinJar, jar);
        JarFile classes = new JarFile(twinJar.toFile())) {
      for (Enumeration<JarEntry> all = classes.entries(); all.hasMoreElements(); ) {
        String name = all.nextElement().getName();
        if (name.endsWith(CLASS_SUFFIX) && !name.endsWith("package-info.class")) {
          String type = name.substring(0, name.length() - CLASS_SUFFIX.length());
          compare(type.replace('/', '.'), original, twin, twinJar);
        }
      }
    }
  }

  /** Sees the jars, what C needs in Java, and nothing of this program, which may hold the same. */
  private static URLClassLoader loader(Path... jars) throws IOException {
    URL[] urls = new URL[jars.length + 1];
    for (int index = 0; index < jars.length; index++) {
      urls[index] = jars[index].toUri().toURL();
    }
    urls[jars.length] = Address.class.getProtectionDomain().getCodeSource().getLocation();
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static void compare(String type, ClassLoader original, ClassLoader twin, Path twinJar)
      throws BuildException {
    try {
      Class<?> replacement = Class.forName(type, false, twin);
      if (!Modifier.isPublic(replacement.getModifiers())) {
        return;
      }
      String expected = describe(Class.forName(type, false, original));
      String found = describe(replacement);
      if (!expected.equals(found)) {
        throw new BuildException(
            type + " in " + twinJar + " must have the methods " + expected + " but has " + found);
      }
    } catch (ClassNotFoundException | LinkageError absent) {
      throw new BuildException(
          twinJar + " replaces a class that does not exist or cannot be read: " + absent, absent);
    }
  }

  private static String describe(Class<?> type) {
    TreeSet<String> methods = new TreeSet<>();
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        methods.add(method.toString().replace(" native ", " "));
      }
    }
    return methods.toString();
  }
}
