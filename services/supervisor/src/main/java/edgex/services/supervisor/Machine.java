package edgex.services.supervisor;

import edgex.abi.service.CapabilityStatus;
import edgex.abi.service.MachineStatus;

/** What supervision needs of the kernel. */
interface Machine {
  /**
   * Makes a process and lets it run.
   *
   * @return the capability of the process
   * @throws StartException saying why there is none; nothing is left behind
   */
  int start(ProcessRequest request) throws StartException;

  /** Ends a process and frees all it had. */
  void destroy(int process);

  /** What the kernel knows of a process. */
  ProcessUsage usage(int process);

  /** The capability after a position (0: the first), or null. */
  CapabilityStatus nextCapability(int process, int position);

  /** Memory, processors, time. */
  MachineStatus status();

  /** Nanoseconds since boot. */
  long nowNanos();

  /** Wakes whoever waits for the end of a process. */
  void signal(int notification);

  /** Gives back a capability. */
  void drop(int handle);

  /** Switches off or resets. */
  void power(int action);
}
