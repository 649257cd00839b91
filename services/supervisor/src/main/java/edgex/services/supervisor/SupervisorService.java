package edgex.services.supervisor;

import edgex.abi.Rights;
import edgex.abi.ipc.ServiceException;
import edgex.abi.service.CapabilityStatus;
import edgex.abi.service.MachineStatus;
import edgex.abi.service.ProcessStatus;
import edgex.abi.service.Supervisor;
import edgex.abi.service.SupervisorErrors;
import edgex.abi.service.SupervisorHandler;
import edgex.manifest.Component;
import edgex.manifest.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The service {@code supervisor}. */
final class SupervisorService implements SupervisorHandler {
  private static final int MAXIMUM_STREAMS = 8;
  private static final int MAXIMUM_SHOWN_NAME = 64;

  private final Manifest manifest;
  private final ProcessTable table;
  private final Supervision supervision;
  private final Machine machine;

  SupervisorService(
      Manifest manifest, ProcessTable table, Supervision supervision, Machine machine) {
    this.manifest = manifest;
    this.table = table;
    this.supervision = supervision;
    this.machine = machine;
  }

  @Override
  public int prepare(long client, String command, byte[] arguments) throws ServiceException {
    Component component = manifest.componentOfCommand(command);
    if (component == null || command.equals(Supervisor.RUN_COMMAND)) {
      throw new ServiceException(SupervisorErrors.NOT_FOUND);
    }
    List<String> all = new ArrayList<>(component.arguments());
    if (component.commands().size() > 1) {
      all.add(command);
    }
    all.addAll(texts(arguments));
    return add(command, component, null, all);
  }

  @Override
  public int prepareFile(long client, String name, int program, long sizeBytes, byte[] arguments)
      throws ServiceException {
    Component component = manifest.componentOfCommand(Supervisor.RUN_COMMAND);
    if (component == null) {
      machine.drop(program);
      throw new ServiceException(SupervisorErrors.NOT_FOUND);
    }
    if (sizeBytes <= 0) {
      machine.drop(program);
      throw new ServiceException(SupervisorErrors.NOT_A_PROGRAM);
    }
    try {
      return add(name, component, new ProgramFile(program, sizeBytes), texts(arguments));
    } catch (ServiceException failure) {
      machine.drop(program);
      throw failure;
    }
  }

  @Override
  public void attach(long client, int process, String stream, int memory, int wakePeer, int wakeMe)
      throws ServiceException {
    StreamEnd end = new StreamEnd(stream, memory, wakePeer, wakeMe, Rights.RECEIVE);
    try {
      ProcessEntry entry = prepared(process);
      if (entry.streams().size() >= MAXIMUM_STREAMS) {
        throw new ServiceException(SupervisorErrors.TOO_MANY);
      }
      entry.streams().add(end);
    } catch (ServiceException failure) {
      machine.drop(memory);
      machine.drop(wakePeer);
      machine.drop(wakeMe);
      throw failure;
    }
  }

  @Override
  public void start(long client, int process, int exited) throws ServiceException {
    ProcessEntry entry;
    try {
      entry = prepared(process);
    } catch (ServiceException failure) {
      machine.drop(exited);
      throw failure;
    }
    entry.setExited(exited);
    try {
      supervision.start(entry);
    } catch (StartException failure) {
      forget(entry);
      throw new ServiceException(SupervisorErrors.NOT_A_PROGRAM);
    }
  }

  @Override
  public int result(long client, int process) throws ServiceException {
    ProcessEntry entry = find(process);
    if (entry.isComponent()) {
      throw new ServiceException(SupervisorErrors.NOT_FOUND);
    }
    if (entry.state() != ProcessStatus.ENDED) {
      throw new ServiceException(SupervisorErrors.STILL_RUNNING);
    }
    int status = entry.exitStatus();
    forget(entry);
    return status;
  }

  @Override
  public ProcessStatus next(long client, int process) throws ServiceException {
    ProcessEntry entry = table.firstAbove(process);
    if (entry == null) {
      throw new ServiceException(SupervisorErrors.END);
    }
    ProcessUsage usage =
        entry.isRunning()
            ? machine.usage(entry.process())
            : new ProcessUsage(false, entry.component().priority(), 0, 0, 0);
    return new ProcessStatus(
        entry.number(),
        shownName(entry.name()),
        shownState(entry, usage),
        usage.priority(),
        usage.processorNanos(),
        usage.memoryBytes(),
        usage.capabilities(),
        entry.restarts());
  }

  @Override
  public CapabilityStatus nextCapability(long client, int process, int position)
      throws ServiceException {
    ProcessEntry entry = find(process);
    CapabilityStatus status =
        entry.isRunning() ? machine.nextCapability(entry.process(), position) : null;
    if (status == null) {
      throw new ServiceException(SupervisorErrors.END);
    }
    return status;
  }

  @Override
  public void kill(long client, int process) throws ServiceException {
    ProcessEntry entry = find(process);
    refuseSelf(entry);
    supervision.kill(entry);
  }

  @Override
  public void restart(long client, String component) throws ServiceException {
    ProcessEntry entry = table.findComponent(component);
    if (entry == null) {
      throw new ServiceException(SupervisorErrors.NOT_FOUND);
    }
    refuseSelf(entry);
    supervision.restart(entry);
  }

  @Override
  public MachineStatus machine(long client) {
    return machine.status();
  }

  @Override
  public void power(long client, int action) throws ServiceException {
    if (action != Supervisor.POWER_OFF && action != Supervisor.RESET) {
      throw new ServiceException(SupervisorErrors.INVALID_ACTION);
    }
    machine.power(action);
  }

  private int add(String name, Component component, ProgramFile program, List<String> arguments)
      throws ServiceException {
    if (table.isFull()) {
      throw new ServiceException(SupervisorErrors.TOO_MANY);
    }
    int number = table.takeNumber();
    table.add(new ProcessEntry(number, name, component, program, arguments));
    return number;
  }

  private void forget(ProcessEntry entry) {
    table.remove(entry);
    entry.drop(machine);
  }

  private ProcessEntry find(int process) throws ServiceException {
    ProcessEntry entry = table.find(process);
    if (entry == null) {
      throw new ServiceException(SupervisorErrors.NOT_FOUND);
    }
    return entry;
  }

  private ProcessEntry prepared(int process) throws ServiceException {
    ProcessEntry entry = find(process);
    if (entry.state() != ProcessStatus.PREPARED) {
      throw new ServiceException(SupervisorErrors.NOT_FOUND);
    }
    return entry;
  }

  private static void refuseSelf(ProcessEntry entry) throws ServiceException {
    if (entry.name().equals(Manifest.SUPERVISOR_SERVICE)) {
      throw new ServiceException(SupervisorErrors.NOT_PERMITTED);
    }
  }

  private static int shownState(ProcessEntry entry, ProcessUsage usage) {
    if (!entry.isRunning()) {
      return entry.state();
    }
    return usage.ready() ? ProcessStatus.READY : ProcessStatus.WAITING;
  }

  private static String shownName(String name) {
    return name.length() <= MAXIMUM_SHOWN_NAME / 3
        ? name
        : name.substring(0, MAXIMUM_SHOWN_NAME / 3);
  }

  /** Texts that each end in a zero byte; what follows the last zero byte is dropped. */
  private static List<String> texts(byte[] bytes) {
    List<String> texts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        texts.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
        start = i + 1;
      }
    }
    return texts;
  }
}
