package edgex.tests.harness;

import edgex.abi.MessagePage;
import edgex.abi.SystemAction;
import edgex.runtime.Capabilities;
import edgex.runtime.KernelException;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.StartData;
import edgex.runtime.system.SystemCalls;
import java.nio.charset.StandardCharsets;

/** The machine, of which a root process holds everything. */
public final class RootMachine {
  private static final String COMMAND_MARK = " -- ";

  private static final int CONSOLE = 0;
  private static final int HOST_LINK = 1;

  private static SerialLine hostLink;

  private final SerialLine console;

  /** Opens the serial lines; once, since they stay open. */
  public RootMachine() {
    console = new SerialLine(CONSOLE);
    openHostLink();
  }

  private static void openHostLink() {
    hostLink = new SerialLine(HOST_LINK);
  }

  /** The line that the user sees. */
  public SerialLine console() {
    return console;
  }

  /** An interrupt that can be made to come. */
  public static LoopbackInterrupt interruptSource() {
    return new LoopbackInterrupt(
        hostLink, (int) SerialLineTable.word(HOST_LINK, SerialLineTable.INTERRUPT));
  }

  /** Tells the host how it went, and switches the machine off. */
  public void finish(int status) {
    hostLink.print("EDGEX 1 exit " + status + "\n");
    SystemCalls.systemPower(system(), SystemAction.POWER_OFF);
  }

  /** What the kernel's command line has after {@code " -- "}, or an empty text. */
  public static String command() {
    StringBuilder line = new StringBuilder();
    int count = readCommandLine(0);
    while (count > 0) {
      byte[] bytes = new byte[count];
      RawMemory.read(messageBytes(), bytes, 0, count);
      line.append(new String(bytes, StandardCharsets.UTF_8));
      count = readCommandLine(line.length());
    }
    int mark = line.indexOf(COMMAND_MARK);
    return mark < 0 ? "" : line.substring(mark + COMMAND_MARK.length());
  }

  private static int readCommandLine(int offset) {
    return KernelException.check(
        "read the command line", SystemCalls.commandLineRead(system(), offset));
  }

  /** A word of the record that the last inspecting call wrote for this thread. */
  public static long record(int word) {
    return RawMemory.getLong(messageBytes() + Long.BYTES * (long) word);
  }

  /** Address of this thread's message bytes. */
  public static long messageBytes() {
    return StartData.messagePage() + MessagePage.BYTES_OFFSET;
  }

  /** This process. */
  public static int process() {
    return Capabilities.require("process");
  }

  /** This thread. */
  public static int thread() {
    return Capabilities.require("thread");
  }

  /** The system object. */
  public static int system() {
    return Capabilities.require("system");
  }

  /** Whether the machine has I/O ports. */
  public static boolean hasPorts() {
    return Capabilities.find("ports") != 0;
  }

  /** All I/O ports. */
  public static int ports() {
    return Capabilities.require("ports");
  }

  /** All device memory. */
  public static int deviceMemory() {
    return Capabilities.require("device-memory");
  }

  /** The root of interrupt lines. */
  public static int interrupts() {
    return Capabilities.require("interrupts");
  }
}
