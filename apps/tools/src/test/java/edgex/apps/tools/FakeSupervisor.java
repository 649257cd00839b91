package edgex.apps.tools;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.CapabilityStatus;
import edgex.abi.service.MachineStatus;
import edgex.abi.service.ProcessStatus;
import edgex.abi.service.Supervisor;
import edgex.abi.service.SupervisorErrors;
import java.util.ArrayList;
import java.util.List;

/** A supervisor that keeps to its interface: errors too are those that it declares. */
final class FakeSupervisor implements Supervisor {
  final List<ProcessStatus> processes = new ArrayList<>();
  final List<CapabilityStatus> capabilities = new ArrayList<>();
  final List<String> actions = new ArrayList<>();
  MachineStatus machine;

  /** What is told from the second question on; null: the same. */
  MachineStatus machineLater;

  @Override
  public int prepare(String command, byte[] arguments) throws ServiceException {
    throw new ServiceException(SupervisorErrors.NOT_FOUND);
  }

  @Override
  public int prepareFile(String name, int program, long sizeBytes, byte[] arguments)
      throws ServiceException {
    throw new ServiceException(SupervisorErrors.NOT_FOUND);
  }

  @Override
  public void attach(int process, String stream, int memory, int wakePeer, int wakeMe)
      throws ServiceException {
    throw new ServiceException(SupervisorErrors.NOT_FOUND);
  }

  @Override
  public void start(int process, int exited) throws ServiceException {
    throw new ServiceException(SupervisorErrors.NOT_FOUND);
  }

  @Override
  public int result(int process) throws ServiceException {
    throw new ServiceException(SupervisorErrors.NOT_FOUND);
  }

  @Override
  public ProcessStatus next(int process) throws ServiceException {
    for (ProcessStatus status : processes) {
      if (status.process() > process) {
        return status;
      }
    }
    throw new ServiceException(SupervisorErrors.END);
  }

  @Override
  public CapabilityStatus nextCapability(int process, int position) throws ServiceException {
    find(process);
    for (CapabilityStatus status : capabilities) {
      if (status.position() > position) {
        return status;
      }
    }
    throw new ServiceException(SupervisorErrors.END);
  }

  @Override
  public void kill(int process) throws ServiceException {
    if (find(process).name().equals("supervisor")) {
      throw new ServiceException(SupervisorErrors.NOT_PERMITTED);
    }
    actions.add("kill " + process);
  }

  @Override
  public void restart(String component) throws ServiceException {
    for (ProcessStatus status : processes) {
      if (status.name().equals(component)) {
        actions.add("restart " + component);
        return;
      }
    }
    throw new ServiceException(SupervisorErrors.NOT_FOUND);
  }

  @Override
  public MachineStatus machine() {
    MachineStatus told = machine;
    if (machineLater != null) {
      machine = machineLater;
    }
    return told;
  }

  @Override
  public void power(int action) {
    actions.add("power " + action);
  }

  private ProcessStatus find(int process) throws ServiceException {
    for (ProcessStatus status : processes) {
      if (status.process() == process) {
        return status;
      }
    }
    throw new ServiceException(SupervisorErrors.NOT_FOUND);
  }
}
