package edgex.tests.runtime;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plain Java program: prints, throws and catches, fills the heap several times, sleeps. */
public final class HelloProgram {
  private static final int ROUNDS = 200;
  private static final String[] ROUND_NAMES = {"one", "two"};
  private static final int ENTRIES = 2000;

  private HelloProgram() {}

  /** Prints one line a step. */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    System.out.println("hello, w\u00f6rld");
    System.out.println("caught " + caught());
    System.out.println("garbage " + garbage());
    long before = System.nanoTime();
    Thread.sleep(20);
    System.out.println("slept " + (System.nanoTime() - before >= 20_000_000));
    System.out.println("fibers " + fibers());
    System.out.println("input " + System.in.read());
    System.out.println("variable " + System.getenv("HOME"));
    System.out.println("file " + new File("/missing").exists());
    System.err.println("to the error stream");
    throw new IllegalStateException("uncaught on purpose");
  }

  private static String caught() {
    try {
      return "nothing " + ROUND_NAMES[ROUNDS];
    } catch (ArrayIndexOutOfBoundsException failure) {
      return "index";
    } finally {
      try {
        Integer.parseInt("x");
      } catch (NumberFormatException failure) {
        System.out.println("number format");
      }
    }
  }

  private static long garbage() {
    long sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, byte[]> map = new HashMap<>();
      for (int i = 0; i < ENTRIES; i++) {
        map.put("key " + i, new byte[100]);
      }
      sum += map.size();
    }
    return sum;
  }

  private static List<String> fibers() throws InterruptedException {
    List<String> names = new ArrayList<>();
    Thread other =
        new Thread(
            () -> {
              names.add("other");
              pause();
              names.add("other again");
            });
    other.start();
    names.add("main");
    other.join();
    return names;
  }

  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
