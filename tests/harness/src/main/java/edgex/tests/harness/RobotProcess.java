package edgex.tests.harness;

import edgex.abi.Rights;
import edgex.runtime.KernelException;
import edgex.runtime.MappedMemory;
import edgex.runtime.system.SystemCalls;
import java.util.ArrayList;
import java.util.List;

/**
 * A process under test, with robots as its threads.
 *
 * <pre>
 *   CODE_ADDRESS     the robots' code, executable
 *   EXTRA_ADDRESS    more code, if a test brings some
 *   COMMON_ADDRESS   a page that all robots of all processes share
 *   ROBOTS_ADDRESS   per robot 16 pages: box, -, message page, -, stack, -, ...
 *   FREE_ADDRESS     nothing, for tests to map something
 * </pre>
 */
public final class RobotProcess {
  /** Where the robots' code is. */
  public static final long CODE_ADDRESS = 0x40_0000;

  /** Where a test's own code is. */
  public static final long EXTRA_ADDRESS = 0x50_0000;

  /** Where the shared page is. */
  public static final long COMMON_ADDRESS = 0x60_0000;

  /** From here on there is nothing. */
  public static final long FREE_ADDRESS = 0x1000_0000;

  static final long ROBOTS_ADDRESS = 0x70_0000;

  private final int handle;
  private final int maximumPriority;
  private final List<Robot> robots = new ArrayList<>();

  /** Takes over a new process and maps what every robot needs. */
  private RobotProcess(int handle, int maximumPriority) {
    this.handle = handle;
    this.maximumPriority = maximumPriority;
    map(Shared.code(), CODE_ADDRESS, Pages.BYTES, Rights.READ | Rights.EXECUTE);
    map(Shared.common().handle(), COMMON_ADDRESS, Pages.BYTES, Rights.READ | Rights.WRITE);
  }

  /**
   * Makes a process.
   *
   * @param limits what it may use
   * @param maximumPriority of its threads
   * @param faultEndpoint where its faults go; 0: nowhere
   */
  public static RobotProcess create(Limits limits, int maximumPriority, int faultEndpoint) {
    int handle =
        KernelException.check(
            "create a process",
            SystemCalls.processCreate(
                RootMachine.process(),
                limits.pages(),
                limits.capabilities(),
                limits.objects(),
                maximumPriority,
                faultEndpoint));
    return new RobotProcess(handle, maximumPriority);
  }

  /**
   * What a process may use.
   *
   * @param pages its own page tables and message pages, and memory it makes
   * @param capabilities that it holds
   * @param objects that it makes, threads and mappings included
   */
  public record Limits(int pages, int capabilities, int objects) {
    /** Enough for some robots and what they make. */
    public static final Limits USUAL = new Limits(64, 64, 64);
  }

  /** The process. */
  public int handle() {
    return handle;
  }

  /** Adds a robot of the highest priority that the process allows. */
  public Robot addRobot() {
    return addRobot(maximumPriority);
  }

  /** Adds a robot. */
  public Robot addRobot(int priority) {
    Robot robot = Robot.start(this, robots.size(), priority);
    robots.add(robot);
    return robot;
  }

  /** Maps a whole memory into the process. */
  public void map(int memory, long address, long sizeBytes, int protection) {
    KernelException.check(
        "map memory into the process",
        SystemCalls.memoryMap(handle, memory, address, 0, sizeBytes, protection));
  }

  /** Gives the process a capability; the result is its handle there. */
  public int grant(int capability, int rights, long badge) {
    return KernelException.check(
        "grant a capability", SystemCalls.capabilityGrant(handle, capability, rights, badge));
  }

  /** As {@link #grant(int, int, long)}, without a badge. */
  public int grant(int capability, int rights) {
    return grant(capability, rights, 0);
  }

  /** Ends the process with all robots, and gives everything back. */
  public void destroy() {
    SystemCalls.capabilityDestroy(handle);
    SystemCalls.capabilityDelete(handle);
    robots.forEach(Robot::release);
  }

  /** What all processes under test share. It stays for the life of this program. */
  public static final class Shared {
    private static int code;
    private static MappedMemory common;

    private Shared() {}

    /** The page that all robots see at {@link #COMMON_ADDRESS}; its first word counts tickets. */
    public static MappedMemory common() {
      if (common == null) {
        common = MappedMemory.create(Pages.BYTES);
      }
      return common;
    }

    static int code() {
      if (code == 0) {
        code = RobotCode.copyRobots();
      }
      return code;
    }
  }
}
