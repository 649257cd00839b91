package edgex.services.supervisor;

import edgex.abi.service.CapabilityStatus;
import edgex.abi.service.MachineStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A machine whose processes do nothing; it remembers what it was asked. */
final class FakeMachine implements Machine {
  final Map<Integer, ProcessRequest> running = new HashMap<>();
  final List<Integer> signalled = new ArrayList<>();
  final List<Integer> dropped = new ArrayList<>();
  long nowNanos = 1_000_000_000L;
  String startFailure;
  int powerAction;
  private int nextHandle = 1000;

  @Override
  public int start(ProcessRequest request) throws StartException {
    if (startFailure != null) {
      throw new StartException(startFailure);
    }
    running.put(++nextHandle, request);
    return nextHandle;
  }

  @Override
  public void destroy(int process) {
    if (running.remove(process) == null) {
      throw new IllegalStateException("process " + process + " does not run");
    }
  }

  @Override
  public ProcessUsage usage(int process) {
    return new ProcessUsage(true, 7, 1234, 8192, 5);
  }

  @Override
  public CapabilityStatus nextCapability(int process, int position) {
    return position < 2 ? new CapabilityStatus(position + 1, 99, 3, 8, 0, 4) : null;
  }

  @Override
  public MachineStatus status() {
    return new MachineStatus(256, 128, 4, 2, 1, nowNanos, 10, 3);
  }

  @Override
  public long nowNanos() {
    return nowNanos;
  }

  @Override
  public void signal(int notification) {
    signalled.add(notification);
  }

  @Override
  public void drop(int handle) {
    dropped.add(handle);
  }

  @Override
  public void power(int action) {
    powerAction = action;
  }
}
