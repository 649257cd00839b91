package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call that takes a handle refuses one that is forged, of another type, or too weak. */
class HandleErrorsTest {
  private static final String PROCESS = "process";
  private static final String THREAD = "thread";
  private static final String MEMORY = "memory";
  private static final String DEVICE = "device";
  private static final String INTERRUPT = "interrupt";
  private static final String SYSTEM = "system";

  static Stream<Arguments> calls() {
    return Stream.of(
        Arguments.of(SystemCallNumbers.CAPABILITY_LIST_PROCESS, PROCESS, Rights.INSPECT),
        Arguments.of(SystemCallNumbers.CAPABILITY_GRANT, PROCESS, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.PROCESS_CREATE, PROCESS, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.PROCESS_INSPECT, PROCESS, Rights.INSPECT),
        Arguments.of(SystemCallNumbers.THREAD_CREATE, PROCESS, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.THREAD_START, THREAD, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.THREAD_SUSPEND, THREAD, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.THREAD_RESUME, THREAD, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.THREAD_SET_PRIORITY, THREAD, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.THREAD_SET_AFFINITY, THREAD, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.THREAD_BIND, THREAD, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.THREAD_INSPECT, THREAD, Rights.INSPECT),
        Arguments.of(SystemCallNumbers.MEMORY_CREATE, PROCESS, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.MEMORY_MAP, PROCESS, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.MEMORY_UNMAP, PROCESS, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.MEMORY_PROTECT, PROCESS, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.MEMORY_SIZE, MEMORY, Rights.READ),
        Arguments.of(SystemCallNumbers.DEVICE_READ, DEVICE, Rights.READ),
        Arguments.of(SystemCallNumbers.DEVICE_WRITE, DEVICE, Rights.WRITE),
        Arguments.of(SystemCallNumbers.INTERRUPT_CREATE, INTERRUPT, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.INTERRUPT_BIND, INTERRUPT, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.INTERRUPT_ACKNOWLEDGE, INTERRUPT, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.SYSTEM_INSPECT, SYSTEM, Rights.INSPECT),
        Arguments.of(SystemCallNumbers.SYSTEM_POWER, SYSTEM, Rights.CONTROL),
        Arguments.of(SystemCallNumbers.LOG_APPEND, SYSTEM, Rights.WRITE),
        Arguments.of(SystemCallNumbers.LOG_READ, SYSTEM, Rights.READ),
        Arguments.of(SystemCallNumbers.COMMAND_LINE_READ, SYSTEM, Rights.READ));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void handleIsChecked(int number, String type, int right) {
    TestMachine machine = new TestMachine();
    int good =
        switch (type) {
          case PROCESS -> machine.process;
          case THREAD -> machine.thread;
          case MEMORY -> machine.memory(1);
          case DEVICE -> machine.ports;
          case INTERRUPT -> machine.interrupts;
          default -> machine.system;
        };
    int other = machine.endpoint();
    int weak = machine.derive(good, Rights.ALL & ~right);
    assertEquals(Errors.INVALID_HANDLE, machine.call(number, 0));
    assertEquals(Errors.INVALID_HANDLE, machine.call(number, good + (1 << 18)));
    assertEquals(Errors.INVALID_HANDLE, machine.call(number, -1));
    assertEquals(Errors.INVALID_HANDLE, machine.call(number, 0x3ffff));
    assertEquals(Errors.WRONG_TYPE, machine.call(number, other));
    assertEquals(Errors.MISSING_RIGHT, machine.call(number, weak));
    machine.good(SystemCallNumbers.CAPABILITY_DELETE, weak);
    assertEquals(Errors.INVALID_HANDLE, machine.call(number, weak));
  }

  @Test
  void messageCallsCheckTheirHandles() {
    TestMachine machine = new TestMachine();
    int endpoint = machine.endpoint();
    int notification = machine.notification();
    int receiveOnly = machine.derive(endpoint, Rights.RECEIVE);
    int sendOnly = machine.derive(endpoint, Rights.SEND);
    for (int number = MessageCalls.CALL; number <= MessageCalls.SIGNAL; number++) {
      assertEquals(Errors.INVALID_HANDLE, machine.message(number, 0, 0, -1));
      assertEquals(
          number == MessageCalls.REPLY_RECEIVE ? Errors.INVALID_HANDLE : Errors.WRONG_TYPE,
          machine.message(number, machine.process, 0, -1));
    }
    assertEquals(Errors.MISSING_RIGHT, machine.message(MessageCalls.CALL, receiveOnly, 0, -1));
    assertEquals(Errors.MISSING_RIGHT, machine.message(MessageCalls.SEND, receiveOnly, 0, -1));
    assertEquals(Errors.MISSING_RIGHT, machine.message(MessageCalls.RECEIVE, sendOnly, 0, -1));
    int mute = machine.derive(notification, Rights.INSPECT);
    assertEquals(Errors.MISSING_RIGHT, machine.message(MessageCalls.WAIT, mute, 0, -1));
    assertEquals(Errors.MISSING_RIGHT, machine.message(MessageCalls.SIGNAL, mute, 0, -1));
  }

  @Test
  void numberWithoutCallIsRefused() {
    TestMachine machine = new TestMachine();
    assertEquals(Errors.UNKNOWN_CALL, machine.call(0));
    assertEquals(Errors.UNKNOWN_CALL, machine.call(SystemCallNumbers.END));
    assertEquals(Errors.UNKNOWN_CALL, machine.call(-1));
  }
}
