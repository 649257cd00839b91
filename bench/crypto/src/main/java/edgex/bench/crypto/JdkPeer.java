package edgex.bench.crypto;

import edgex.bench.crypto.target.Operation;
import edgex.bench.crypto.target.Sampler;
import edgex.host.build.BuildException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Operations measured on a JVM: this one, or that of the JDK whose folder {@code EDGEX_PEER_JDK}
 * names, which runs {@link #main}.
 */
public final class JdkPeer {
  private static final String PEER = "EDGEX_PEER_JDK";
  private static final long WARM_UP_NANOS = 1_500_000_000;

  private JdkPeer() {}

  /** Prints a line for each operation: its name and the rates of its samples. */
  public static void main(String[] arguments) {
    measureHere(JdkOperations.all())
        .forEach(
            (name, rates) -> {
              StringBuilder line = new StringBuilder(name);
              for (double rate : rates) {
                line.append(' ').append(rate);
              }
              System.out.println(line);
            });
  }

  /** The rates of the samples of each of the JDK's operations. */
  static Map<String, double[]> measure() throws BuildException, InterruptedException {
    String folder = System.getenv(PEER);
    if (folder == null || folder.isBlank()) {
      return measureHere(JdkOperations.all());
    }
    Path java = Path.of(folder, "bin", "java");
    if (!Files.isExecutable(java)) {
      throw new BuildException(PEER + " names no JDK: there is no program " + java);
    }
    String classPath = System.getProperty("java.class.path");
    return NativeProgram.parse(
        NativeProgram.run(List.of(java.toString(), "-cp", classPath, JdkPeer.class.getName())));
  }

  /** The rates of the samples of each operation on this JVM. */
  static Map<String, double[]> measureHere(List<Operation> operations) {
    Sampler sampler =
        new Sampler(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime, WARM_UP_NANOS);
    Map<String, double[]> rates = new LinkedHashMap<>();
    for (Operation operation : operations) {
      rates.put(operation.name(), sampler.measure(operation));
    }
    return rates;
  }
}
