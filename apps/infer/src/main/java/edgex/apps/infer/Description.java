package edgex.apps.infer;

import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.session.Session;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** What a model takes, makes and is made of, as lines of tab-separated fields. */
final class Description {
  private Description() {}

  /**
   * Prints a line for every input and output, for each operator's number of nodes, and the size.
   */
  static void print(Session session, PrintStream out) {
    for (ValueInfo input : session.inputs()) {
      out.print("input\t" + input.name() + "\t" + input.typeText() + "\n");
    }
    for (ValueInfo output : session.outputs()) {
      out.print("output\t" + output.name() + "\t" + output.typeText() + "\n");
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Node node : session.nodes()) {
      String domain = node.domain().isEmpty() ? "" : node.domain() + ".";
      counts.merge(domain + node.operator(), 1, Integer::sum);
    }
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      out.print("operator\t" + count.getKey() + "\t" + count.getValue() + "\n");
    }
    out.print("constants\t" + session.constantBytes() + " bytes\n");
  }
}
