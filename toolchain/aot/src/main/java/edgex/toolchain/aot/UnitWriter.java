package edgex.toolchain.aot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes {@code unit.c}, the one C file that gcc sees instead of TeaVM's {@code all.c}: the same
 * generated files, with parts of TeaVM's runtime left out, replaced, or with functions renamed so
 * that the target's own version is the one that callers reach.
 */
final class UnitWriter {
  private static final Pattern INCLUDE = Pattern.compile("(?m)^#include \"([^\"]+)\"");

  private static final Set<String> REPLACED_IN_KERNEL =
      Set.of(
          "core.c",
          "date.c",
          "fiber.c",
          "file.c",
          "heapdump.c",
          "heaptrace.c",
          "log.c",
          "memory.c",
          "string.c",
          "stringhash.c",
          "time.c",
          "virtcall.c");
  private static final Set<String> REPLACED_IN_PROCESS =
      Set.of("fiber.c", "heapdump.c", "heaptrace.c", "log.c", "time.c", "virtcall.c");

  /** Macros in force while the named file is read; the kernel's runtime.c has the replacements. */
  private static final Map<String, Map<String, String>> KERNEL_RENAMES = kernelRenames();

  /** The same for a process: heaptrace.c asks how large its creator lets the heap grow. */
  private static final Map<String, Map<String, String>> PROCESS_RENAMES =
      Map.of("main.c", Map.of("teavm_initHeap", "edgex_init_heap"));

  private final Translation translation;
  private final TargetKind kind;
  private final StringBuilder unit = new StringBuilder();

  UnitWriter(Translation translation, TargetKind kind) {
    this.translation = translation;
    this.kind = kind;
  }

  private static Map<String, Map<String, String>> kernelRenames() {
    Map<String, String> start = new LinkedHashMap<>();
    start.put("main", "edgex_kernel_start_java");
    start.put("teavm_beforeInit()", "((void) 0)");
    start.put("teavm_initHeap(minimum, maximum)", "((void) 0)");
    start.put("teavm_afterInitClasses()", "((void) 0)");
    start.put("teavm_getClassObject(class)", "((void) 0)");
    start.put("meth_otr_GC__clinit_()", "((void) 0)");
    start.put("meth_otr_Fiber__clinit_()", "((void) 0)");
    start.put("meth_otr_EventQueue__clinit_()", "((void) 0)");
    start.put("meth_otr_Fiber_startMain(arguments)", "edgex_kernel_run_main()");
    start.put("meth_otr_EventQueue_process()", "((void) 0)");
    Map<String, String> exceptions = new LinkedHashMap<>();
    for (String function :
        List.of(
            "meth_otr_ExceptionHandling_throwException",
            "meth_otr_ExceptionHandling_throwClassCastException",
            "teavm_throwNullPointerException",
            "teavm_throwArrayIndexOutOfBoundsException")) {
      exceptions.put(function, "edgex_unused_" + function);
    }
    return Map.of(
        "main.c",
        start,
        "classes/java/lang/Long.c",
        Map.of("meth_jl_Long_numberOfLeadingZeros", "edgex_unused_leading_zeros"),
        "classes/org/teavm/runtime/GC.c",
        Map.of("meth_otr_GC_alloc", "edgex_unused_alloc"),
        "classes/org/teavm/runtime/ExceptionHandling.c",
        exceptions);
  }

  /** The text of the unit; native files are expected in the folder {@code native}. */
  String write() {
    unit.append("// Everything of the program in one unit: gcc, not TeaVM, does the inlining.\n");
    include("native/prefix.h");
    for (String file : generatedSources()) {
      if (!replaced().contains(file)) {
        includeGenerated(file);
      }
    }
    for (String file : ownSources()) {
      include("native/" + file);
    }
    return unit.toString();
  }

  private Set<String> replaced() {
    return kind.isFreestanding() ? REPLACED_IN_KERNEL : REPLACED_IN_PROCESS;
  }

  private Map<String, Map<String, String>> renames() {
    return kind.isFreestanding() ? KERNEL_RENAMES : PROCESS_RENAMES;
  }

  private List<String> ownSources() {
    return kind.isFreestanding()
        ? List.of("runtime.c")
        : List.of("fiber.c", "heaptrace.c", "log.c", "time.c");
  }

  private List<String> generatedSources() {
    List<String> sources = new ArrayList<>();
    Matcher include = INCLUDE.matcher(text("all.c"));
    while (include.find()) {
      sources.add(include.group(1));
    }
    return sources;
  }

  private String text(String file) {
    return new String(translation.files().get(file), StandardCharsets.UTF_8);
  }

  private void includeGenerated(String file) {
    Map<String, String> renames = renames().getOrDefault(file, Map.of());
    if (kind.isFreestanding() && file.equals("main.c")) {
      runMainDirectly();
    }
    if (renames.isEmpty()) {
      include(file);
      return;
    }
    // The file's headers come before the macros, so that declarations keep their names.
    Matcher header = INCLUDE.matcher(text(file));
    while (header.find()) {
      Path folder = Path.of(file).getParent();
      Path path = folder == null ? Path.of(header.group(1)) : folder.resolve(header.group(1));
      include(path.normalize().toString());
    }
    renames.forEach((name, value) -> line("#define " + name + " " + value));
    include(file);
    renames.forEach((name, value) -> line("#undef " + name.replaceFirst("\\(.*", "")));
  }

  private void runMainDirectly() {
    include(translation.mainHeader());
    line("static void edgex_kernel_run_main(void) { " + translation.mainFunction() + "(NULL); }");
  }

  private void include(String file) {
    line("#include \"" + file + "\"");
  }

  private void line(String text) {
    unit.append(text).append('\n');
  }
}
