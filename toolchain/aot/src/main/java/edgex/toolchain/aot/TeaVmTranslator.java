package edgex.toolchain.aot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.teavm.backend.c.CTarget;
import org.teavm.backend.c.generate.CNameProvider;
import org.teavm.backend.c.generate.FileNameProvider;
import org.teavm.backend.c.generate.SimpleFileNameProvider;
import org.teavm.dependency.PreciseDependencyAnalyzer;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.diagnostics.ProblemSeverity;
import org.teavm.model.CallLocation;
import org.teavm.model.ClassReader;
import org.teavm.model.FieldReader;
import org.teavm.model.MethodReference;
import org.teavm.model.PreOptimizingClassHolderSource;
import org.teavm.model.ReferenceCache;
import org.teavm.parsing.ClasspathClassHolderSource;
import org.teavm.parsing.ClasspathResourceProvider;
import org.teavm.vm.BuildTarget;
import org.teavm.vm.TeaVM;
import org.teavm.vm.TeaVMBuilder;
import org.teavm.vm.TeaVMOptimizationLevel;

/** Runs TeaVM inside this JVM: class files in, C files in memory out. */
final class TeaVmTranslator {
  static {
    // A class loader closes the jar files that its streams came from. Were they cached, it would
    // close them for all who read the same files at that time.
    URLConnection.setDefaultUseCaches("jar", false);
  }

  /**
   * Translations of one JVM run one after the other: TeaVM's metaprogramming keeps the class
   * source, the analysis and more of the translation that began last in static fields.
   */
  private static final Object ONE_AT_A_TIME = new Object();

  private final AotProgram program;
  private final CNameProvider names = new CNameProvider();
  private final FileNameProvider fileNames = new SimpleFileNameProvider();

  TeaVmTranslator(AotProgram program) {
    this.program = program;
  }

  /**
   * Translates the program.
   *
   * @param entryFolder a class path folder with generated classes
   * @param entryClass the class whose main starts the program
   */
  Translation translate(Path entryFolder, String entryClass) throws AotException, IOException {
    List<Path> classPath = new ArrayList<>(program.classPath());
    classPath.add(entryFolder);
    SortedMap<String, ByteArrayOutputStream> files = new TreeMap<>();
    TeaVM teaVm;
    synchronized (ONE_AT_A_TIME) {
      teaVm = build(classPath, entryClass, files);
    }
    reportProblems(teaVm);
    SortedMap<String, byte[]> contents = new TreeMap<>();
    for (Map.Entry<String, ByteArrayOutputStream> file : files.entrySet()) {
      contents.put(file.getKey(), file.getValue().toByteArray());
    }
    MethodReference main = new MethodReference(entryClass, TeaVM.MAIN_METHOD_DESC);
    return new Translation(
        contents, names.forMethod(main), headerOf(entryClass), resolveConstants(teaVm));
  }

  private TeaVM build(
      List<Path> classPath, String entryClass, Map<String, ByteArrayOutputStream> files)
      throws IOException {
    try (ProgramClassLoader loader = new ProgramClassLoader(urls(classPath))) {
      TeaVM teaVm = createTeaVm(loader);
      teaVm.setEntryPoint(entryClass);
      BuildTarget target =
          name -> {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            files.put(name, file);
            return file;
          };
      teaVm.build(target, "");
      return teaVm;
    }
  }

  private TeaVM createTeaVm(ClassLoader loader) {
    CTarget target = new OrderedTarget(names);
    target.setMinHeapSize(program.minimumHeapBytes());
    target.setMaxHeapSize(program.maximumHeapBytes());
    target.setObfuscated(false);
    target.setFileNames(fileNames);
    ReferenceCache referenceCache = new ReferenceCache();
    ClasspathResourceProvider resources = new ClasspathResourceProvider(loader);
    TeaVM teaVm =
        new TeaVMBuilder(target)
            .setReferenceCache(referenceCache)
            .setClassLoader(loader)
            .setResourceProvider(resources)
            .setClassSource(
                new PreOptimizingClassHolderSource(
                    new ClasspathClassHolderSource(resources, referenceCache, loader)))
            .setDependencyAnalyzerFactory(PreciseDependencyAnalyzer::new)
            .setObfuscated(false)
            .build();
    teaVm.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    teaVm.installPlugins();
    if (!program.kind().isFreestanding()) {
      teaVm.add(new SystemExit());
      teaVm.add(new ArrayClone());
      teaVm.add(new StandardError());
      teaVm.add(new RuntimeExceptionFlow());
    }
    return teaVm;
  }

  private static URL[] urls(List<Path> classPath) throws MalformedURLException {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classPath.get(i).toUri().toURL();
    }
    return urls;
  }

  private void reportProblems(TeaVM teaVm) throws AotException {
    StringBuilder text = new StringBuilder();
    for (Problem problem : teaVm.getProblemProvider().getProblems()) {
      if (problem.getSeverity() == ProblemSeverity.ERROR) {
        DefaultProblemTextConsumer message = new DefaultProblemTextConsumer();
        problem.render(message);
        text.append("\n  ").append(message.getText()).append(at(problem.getLocation()));
      }
    }
    if (text.length() > 0) {
      throw new AotException(program.name() + ": the Java code cannot be compiled:" + text);
    }
  }

  private static String at(CallLocation location) {
    if (location == null || location.getMethod() == null) {
      return "";
    }
    String line =
        location.getSourceLocation() == null
            ? ""
            : " ("
                + location.getSourceLocation().getFileName()
                + ":"
                + location.getSourceLocation().getLine()
                + ")";
    return "\n    at "
        + location.getMethod().getClassName()
        + "."
        + location.getMethod().getName()
        + line;
  }

  private List<Translation.ResolvedConstant> resolveConstants(TeaVM teaVm) throws AotException {
    List<Translation.ResolvedConstant> resolved = new ArrayList<>();
    for (AssemblyConstant constant : program.assemblyConstants()) {
      ClassReader owner =
          teaVm.getWrittenClasses() == null
              ? null
              : teaVm.getWrittenClasses().get(constant.className());
      FieldReader field = owner == null ? null : owner.getField(constant.fieldName());
      if (field == null) {
        throw new AotException(
            program.name()
                + ": offsets.h needs "
                + constant.className()
                + "."
                + constant.fieldName()
                + " for "
                + constant.name()
                + ", but no reachable Java code uses that field (renamed or never read?)");
      }
      resolved.add(
          constant.isStatic()
              ? new Translation.ResolvedConstant(
                  constant.name(), "", "", names.forStaticField(field.getReference()))
              : new Translation.ResolvedConstant(
                  constant.name(),
                  headerOf(constant.className()),
                  names.forClass(constant.className()),
                  names.forMemberField(field.getReference())));
    }
    return resolved;
  }

  private String headerOf(String className) {
    return fileNames.fileName(className) + ".h";
  }
}
