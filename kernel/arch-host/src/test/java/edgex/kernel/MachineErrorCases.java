package edgex.kernel;

import static edgex.kernel.ErrorCase.arguments;

import edgex.abi.Errors;
import edgex.abi.MessageInformation;
import edgex.abi.SystemAction;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.arch.Platform;
import java.util.List;

/** Errors of the calls on devices, interrupt lines and the machine as a whole. */
final class MachineErrorCases {
  private static final int WINDOW = 4;
  private static final int PAGE_BYTES = 4096;

  private MachineErrorCases() {}

  static List<ErrorCase> devices() {
    return List.of(
        ErrorCase.of(
            SystemCallNumbers.DEVICE_SLICE,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.ports, Platform.PORTS - 1, 2)),
        ErrorCase.of(
            SystemCallNumbers.DEVICE_READ,
            Errors.INVALID_ARGUMENT,
            m -> arguments(window(m), WINDOW - 1, 2)),
        ErrorCase.of(
            SystemCallNumbers.DEVICE_READ,
            Errors.INVALID_ARGUMENT,
            m -> arguments(window(m), 0, 3)),
        ErrorCase.of(
            SystemCallNumbers.DEVICE_WRITE,
            Errors.INVALID_ARGUMENT,
            m -> arguments(window(m), -1, 1, 0)),
        ErrorCase.of(
            SystemCallNumbers.DEVICE_WRITE,
            Errors.INVALID_ARGUMENT,
            m -> arguments(window(m), 0, 8, 0)),
        ErrorCase.of(
            SystemCallNumbers.DEVICE_READ,
            Errors.NOT_SUPPORTED,
            m -> arguments(m.deviceMemory, Platform.DEVICES, 4)),
        ErrorCase.of(
            SystemCallNumbers.DEVICE_WRITE,
            Errors.NOT_SUPPORTED,
            m -> arguments(m.deviceMemory, Platform.DEVICES, 4, 0)),
        ErrorCase.of(
            SystemCallNumbers.DEVICE_MEMORY,
            Errors.NOT_SUPPORTED,
            m -> arguments(m.ports, 0, PAGE_BYTES)),
        ErrorCase.of(
            SystemCallNumbers.DEVICE_MEMORY,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.deviceMemory, PhysicalMemory.BASE, PAGE_BYTES)),
        ErrorCase.of(
            SystemCallNumbers.DEVICE_MEMORY,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.deviceMemory, Platform.DEVICES + 8, PAGE_BYTES)),
        ErrorCase.of(
            SystemCallNumbers.DEVICE_MEMORY,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.deviceMemory, Platform.DEVICES, 0)),
        ErrorCase.of(
            SystemCallNumbers.INTERRUPT_CREATE,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.interrupts, 1000)),
        ErrorCase.of(
            SystemCallNumbers.INTERRUPT_CREATE, Errors.WRONG_STATE, m -> arguments(line(m), 5)),
        ErrorCase.of(
            SystemCallNumbers.INTERRUPT_BIND,
            Errors.WRONG_STATE,
            m -> arguments(m.interrupts, m.notification())),
        ErrorCase.of(
            SystemCallNumbers.INTERRUPT_ACKNOWLEDGE, Errors.WRONG_STATE, m -> arguments(line(m))));
  }

  static List<ErrorCase> system() {
    return List.of(
        ErrorCase.of(
            SystemCallNumbers.SYSTEM_POWER, Errors.INVALID_ARGUMENT, m -> arguments(m.system, 99)),
        ErrorCase.of(
            SystemCallNumbers.SYSTEM_POWER,
            Errors.NOT_SUPPORTED,
            m -> arguments(m.system, SystemAction.RESET)),
        ErrorCase.of(
            SystemCallNumbers.LOG_APPEND,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.system, MessageInformation.MAXIMUM_BYTES + 1)),
        ErrorCase.of(
            SystemCallNumbers.LOG_APPEND, Errors.INVALID_ARGUMENT, m -> arguments(m.system, -1)),
        ErrorCase.of(
            SystemCallNumbers.LOG_READ,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.system, Long.MAX_VALUE)),
        ErrorCase.of(
            SystemCallNumbers.LOG_READ, Errors.INVALID_ARGUMENT, m -> arguments(m.system, -1)),
        ErrorCase.of(
            SystemCallNumbers.COMMAND_LINE_READ,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.system, "verbose".length() + 1)));
  }

  private static int window(TestMachine machine) {
    return machine.good(SystemCallNumbers.DEVICE_SLICE, machine.ports, 8, WINDOW);
  }

  private static int line(TestMachine machine) {
    return machine.good(SystemCallNumbers.INTERRUPT_CREATE, machine.interrupts, 4);
  }
}
