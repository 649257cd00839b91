package edgex.onnx;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs test cases from folders in the ONNX layout and prints one line for each: verdict, name,
 * detail. It is compiled ahead of time, so that the cases judge the compiled operators, too.
 *
 * <p>Argument: a folder with a file {@code cases}, which names the folders of the cases below it.
 */
final class CaseProgram {
  private static final String[] KINDS = {"input_", "output_"};

  private CaseProgram() {}

  public static void main(String[] arguments) throws IOException {
    File root = new File(arguments[0]);
    String list = new String(read(new File(root, "cases")), StandardCharsets.UTF_8);
    int start = 0;
    for (int end = list.indexOf('\n'); end >= 0; end = list.indexOf('\n', start)) {
      String name = list.substring(start, end);
      CaseRunner.Outcome outcome = CaseRunner.run(files(new File(root, name)));
      System.out.println(outcome.verdict() + " " + name + " " + outcome.detail());
      start = end + 1;
    }
  }

  private static Map<String, byte[]> files(File folder) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    files.put("model.onnx", read(new File(folder, "model.onnx")));
    for (int set = 0; new File(folder, "test_data_set_" + set).isDirectory(); set++) {
      for (String kind : KINDS) {
        for (int index = 0; index < 64; index++) {
          String path = "test_data_set_" + set + "/" + kind + index + ".pb";
          File file = new File(folder, path);
          if (file.exists()) {
            files.put(path, read(file));
          }
        }
      }
    }
    return files;
  }

  private static byte[] read(File file) throws IOException {
    byte[] content = new byte[(int) file.length()];
    try (FileInputStream input = new FileInputStream(file)) {
      int filled = 0;
      while (filled < content.length) {
        int count = input.read(content, filled, content.length - filled);
        if (count < 0) {
          throw new IOException(file + " ends early");
        }
        filled += count;
      }
    }
    return content;
  }
}
