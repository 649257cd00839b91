package edgex.tests.kernel;

import edgex.abi.MessageInformation;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Pages;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;

/**
 * A process that makes random system calls with arguments that are often nearly right. A process
 * that has stopped, exited or destroyed itself is replaced by the next one.
 */
final class Fuzzer {
  private static final RobotProcess.Limits SMALL = new RobotProcess.Limits(40, 40, 40);
  private static final int LAST_MESSAGE_CALL = 7;
  private static final int HANDLES = 32;

  /** The diagnostic port, which no device listens to. */
  private static final int HARMLESS_PORT = 0x80;

  private static final long NO_DEVICE = 1L << 46;

  /** A robot that takes longer for one call has blocked, or will never answer. */
  private static final long PATIENCE_NANOS = 3_000_000;

  private static final long LONGEST_TIMEOUT_NANOS = 200_000;

  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    2,
    7,
    8,
    63,
    64,
    255,
    256,
    4095,
    4096,
    4097,
    8192,
    1 << 18,
    1L << 31,
    1L << 32,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MAX_VALUE & -4096,
    RobotProcess.FREE_ADDRESS,
    RobotProcess.FREE_ADDRESS + 4096,
    0x7fff_ffff_f000L,
    0x8000_0000_0000L,
    0xffff_8000_0000_0000L,
    0xffff_ffff_8000_0000L
  };

  private final RandomNumbers random;
  private final long[] handles = new long[HANDLES];
  private Scope scope;
  private RobotProcess process;
  private Robot robot;

  Fuzzer(Scope caseScope, long seed) {
    this.random = new RandomNumbers(seed);
    caseScope.atEnd(this::destroy);
  }

  /** Makes that many calls. */
  void run(int calls) {
    for (int i = 0; i < calls; i++) {
      if (robot == null) {
        create();
      }
      if (random.below(3) == 0) {
        beginMessage();
      } else {
        beginSlow();
      }
      if (!robot.awaitFor(PATIENCE_NANOS)) {
        destroy();
      } else if (robot.result() > 0 && robot.result() <= Integer.MAX_VALUE) {
        handles[random.below(HANDLES)] = robot.result();
      }
    }
  }

  private void create() {
    scope = new Scope();
    process = RobotProcess.create(SMALL, Scope.ROBOT_PRIORITY, 0);
    robot = process.addRobot();
    int[] capabilities = {
      scope.endpoint(),
      scope.notification(),
      scope.reply(),
      scope.memory(1),
      process.handle(),
      robot.thread(),
      scope.derive(
          RootMachine.system(), Rights.INSPECT | Rights.READ | Rights.WRITE | Rights.GRANT),
      scope.keep(
          RootMachine.hasPorts()
              ? SystemCalls.deviceSlice(RootMachine.ports(), HARMLESS_PORT, 1)
              : SystemCalls.deviceSlice(RootMachine.deviceMemory(), NO_DEVICE, Pages.BYTES))
    };
    for (int i = 0; i < HANDLES; i++) {
      if (i < capabilities.length) {
        int rights = SystemCalls.capabilityInspect(capabilities[i]) & Rights.ALL;
        handles[i] = process.grant(capabilities[i], rights);
      } else {
        handles[i] = 0;
      }
    }
  }

  private void destroy() {
    if (process != null) {
      process.destroy();
      scope.close();
      process = null;
      robot = null;
    }
  }

  private void beginSlow() {
    int number = SystemCallNumbers.NULL_CALL + random.below(SystemCallNumbers.COMMAND_LINE_READ);
    if (number == SystemCallNumbers.THREAD_SLEEP) {
      robot.beginCall(number, random.below((int) LONGEST_TIMEOUT_NANOS));
      return;
    }
    robot.beginCall(number, handle(), argument(), argument(), argument(), argument(), argument());
  }

  private void beginMessage() {
    long information =
        random.below(4) == 0
            ? random.next()
            : MessageInformation.of(
                random.below(9),
                random.below(10),
                random.below(1100),
                random.below(3) == 0 ? random.below(6) : 0,
                random.below(6));
    long timeout = random.below(2) == 0 ? 0 : random.below((int) LONGEST_TIMEOUT_NANOS);
    robot.message().prepare(Scope.handles(handle() & 0xffff_ffffL, handle()), information, timeout);
    robot.beginMessage(random.below(LAST_MESSAGE_CALL) + 1);
  }

  private long handle() {
    return random.below(8) == 0 ? argument() : handles[random.below(HANDLES)];
  }

  private long argument() {
    return switch (random.below(6)) {
      case 0 -> random.next();
      case 1 -> handles[random.below(HANDLES)];
      case 2 -> random.below(256);
      case 3 -> RobotProcess.FREE_ADDRESS + (long) random.below(64) * Pages.BYTES;
      case 4 -> (long) random.below(8) * Pages.BYTES;
      default -> NUMBERS[random.below(NUMBERS.length)];
    };
  }
}
