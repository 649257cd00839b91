package edgex.toolchain.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles source strings with the processor. The annotations come from the sources of the abi
 * module, which is compiled after this one.
 */
final class Compilation {
  private static final Path ABI_SOURCES = Path.of("..", "..", "abi", "src", "main", "java");

  private final Map<String, String> outputs = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();

  private Compilation() {}

  /** Compiles into an empty folder. */
  static Compilation of(Path folder, String... sources) {
    Compilation compilation = new Compilation();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(folder));
      files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of(ABI_SOURCES));
      List<JavaFileObject> units = new ArrayList<>();
      for (String source : sources) {
        units.add(new SourceString(source));
      }
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null, files, diagnostics, List.of("--release", "17", "-Xlint:none"), null, units);
      task.setProcessors(List.of(new DeclarationProcessor()));
      task.call();
      compilation.collectOutputs(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    for (var diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        compilation.errors.add(
            diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT));
      }
    }
    return compilation;
  }

  private void collectOutputs(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (!name.endsWith(".class")) {
          outputs.put(name, Files.readString(path));
        }
      }
    }
  }

  /** Generated sources and pages by path. */
  Map<String, String> outputs() {
    return outputs;
  }

  /** Errors as {@code LINE: MESSAGE}. */
  List<String> errors() {
    return errors;
  }

  private static final class SourceString extends SimpleJavaFileObject {
    private final String source;

    SourceString(String source) {
      super(URI.create("string:///" + path(source)), Kind.SOURCE);
      this.source = source;
    }

    private static String path(String source) {
      String packageName = between(source, "package ", ";");
      String declaration =
          source
              .lines()
              .filter(line -> line.matches("(public )?(final )?(class|interface|@interface) .*"))
              .findFirst()
              .orElseThrow();
      String name = declaration.replaceAll(".*(class|interface) (\\w+).*", "$2");
      return packageName.replace('.', '/') + "/" + name + ".java";
    }

    private static String between(String text, String start, String end) {
      int from = text.indexOf(start) + start.length();
      return text.substring(from, text.indexOf(end, from));
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }
}
