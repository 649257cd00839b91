package edgex.toolchain.dependencies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * What the class files of a module say.
 *
 * @param names the module's own classes, with dots
 * @param used all classes of this project that they refer to, their own ones too
 */
record ModuleClasses(SortedSet<String> names, SortedSet<String> used) {
  private static final Path CLASSES = Path.of("target", "classes");

  /** CONSTANT_Class and CONSTANT_Utf8 of the Java Virtual Machine Specification, 4.4. */
  private static final int CLASS_TAG = 7;

  private static final int TEXT_TAG = 1;

  /** A class within a descriptor or a generic signature. */
  private static final Pattern TYPE = Pattern.compile("L(edgex/[\\w/$]+)[;<]");

  /** Reads all class files of a module; none if it has not been compiled. */
  static ModuleClasses read(Path module) throws IOException {
    ModuleClasses classes = new ModuleClasses(new TreeSet<>(), new TreeSet<>());
    Path folder = module.resolve(CLASSES);
    if (!Files.isDirectory(folder)) {
      return classes;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> files = paths.filter(path -> path.toString().endsWith(".class")).toList();
      for (Path file : files) {
        classes.add(new ClassReader(Files.readAllBytes(file)));
      }
    }
    return classes;
  }

  private void add(ClassReader file) {
    names.add(withDots(file.getClassName()));
    char[] buffer = new char[file.getMaxStringLength()];
    for (int index = 1; index < file.getItemCount(); index++) {
      // An entry's offset is that behind its tag; the second half of a long or double has none.
      int offset = file.getItem(index);
      int tag = offset == 0 ? 0 : file.readByte(offset - 1);
      if (tag == CLASS_TAG) {
        addClass(file.readUTF8(offset, buffer));
      } else if (tag == TEXT_TAG) {
        addTypes(text(file, offset));
      }
    }
  }

  /** An array's class is a descriptor, which is an entry of its own. */
  private void addClass(String internalName) {
    if (internalName.startsWith("edgex/")) {
      used.add(withDots(internalName));
    }
  }

  private void addTypes(String text) {
    Matcher type = TYPE.matcher(text);
    while (type.find()) {
      used.add(withDots(type.group(1)));
    }
  }

  /** Names of this project are ASCII, so bytes are characters. */
  private static String text(ClassReader file, int offset) {
    int length = file.readUnsignedShort(offset);
    StringBuilder text = new StringBuilder(length);
    for (int index = 0; index < length; index++) {
      text.append((char) file.readByte(offset + 2 + index));
    }
    return text.toString();
  }

  private static String withDots(String internalName) {
    return internalName.replace('/', '.');
  }
}
