package edgex.kernel;

import static edgex.kernel.ErrorCase.arguments;

import edgex.abi.Errors;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import java.util.List;

/** Errors of the calls on capabilities. */
final class CapabilityErrorCases {
  private static final int DERIVE = SystemCallNumbers.CAPABILITY_DERIVE;
  private static final int GRANT = SystemCallNumbers.CAPABILITY_GRANT;

  private CapabilityErrorCases() {}

  static List<ErrorCase> all() {
    return List.of(
        ErrorCase.of(
            DERIVE,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.derive(m.endpoint(), Rights.SEND), Rights.ALL, 0)),
        ErrorCase.of(DERIVE, Errors.WRONG_TYPE, m -> arguments(m.memory(1), Rights.READ, 5)),
        ErrorCase.of(DERIVE, Errors.ALREADY_BADGED, m -> arguments(badged(m), Rights.SEND, 8)),
        ErrorCase.of(DERIVE, Errors.QUOTA_EXCEEDED, CapabilityErrorCases::deriveAtLimit),
        ErrorCase.of(
            DERIVE,
            Errors.POOL_EMPTY,
            m -> {
              Scene.takeAllCapabilities(m);
              return arguments(m.process, Rights.INSPECT, 0);
            }),
        ErrorCase.of(
            DERIVE, Errors.WRONG_STATE, m -> arguments(Scene.enterDoomed(m), Rights.SEND, 0)),
        ErrorCase.of(
            GRANT,
            Errors.INVALID_ARGUMENT,
            m ->
                arguments(
                    m.child(0),
                    m.derive(m.endpoint(), Rights.GRANT),
                    Rights.GRANT | Rights.SEND,
                    0)),
        ErrorCase.of(
            GRANT, Errors.WRONG_TYPE, m -> arguments(m.child(0), m.memory(1), Rights.READ, 5)),
        ErrorCase.of(
            GRANT, Errors.ALREADY_BADGED, m -> arguments(m.child(0), badged(m), Rights.SEND, 8)),
        ErrorCase.of(
            GRANT,
            Errors.QUOTA_EXCEEDED,
            m -> arguments(Scene.child(m, 9, 0, 9), m.endpoint(), Rights.SEND, 0)),
        ErrorCase.of(GRANT, Errors.POOL_EMPTY, CapabilityErrorCases::grantFromEmptyPool),
        ErrorCase.of(
            SystemCallNumbers.CAPABILITY_LIST_PROCESS,
            Errors.INVALID_ARGUMENT,
            m -> arguments(m.process, 99_999)));
  }

  private static int badged(TestMachine machine) {
    return machine.good(DERIVE, machine.endpoint(), Rights.ALL, 7);
  }

  private static long[] deriveAtLimit(TestMachine machine) {
    int process = Scene.child(machine, 9, 1, 9);
    int granted = machine.good(GRANT, process, machine.endpoint(), Rights.ALL, 0);
    Scene.enter(machine, process);
    return arguments(granted, Rights.SEND, 0);
  }

  private static long[] grantFromEmptyPool(TestMachine machine) {
    int process = machine.child(0);
    Scene.takeAllCapabilities(machine);
    return arguments(process, machine.system, Rights.INSPECT, 0);
  }
}
