package edgex.services.supervisor;

import edgex.abi.CapabilityRecord;
import edgex.abi.ProcessRecord;
import edgex.abi.Rights;
import edgex.abi.SystemAction;
import edgex.abi.SystemRecord;
import edgex.abi.ThreadRecord;
import edgex.abi.ThreadState;
import edgex.abi.service.CapabilityStatus;
import edgex.abi.service.MachineStatus;
import edgex.abi.service.Supervisor;
import edgex.manifest.Limits;
import edgex.runtime.Capabilities;
import edgex.runtime.KernelException;
import edgex.runtime.ipc.Notification;
import edgex.runtime.program.ProcessDescription;
import edgex.runtime.program.ProcessLimits;
import edgex.runtime.program.ProgramFormatException;
import edgex.runtime.program.ProgramLoader;
import edgex.runtime.system.SystemCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The machine through the kernel's system calls. */
final class KernelMachine implements Machine {
  /** Set in the badges of fault capabilities; the rest is the process's number. */
  static final long FAULT_BADGE = 1L << 62;

  private final Grants grants;
  private final ImagePrograms programs;
  private final int endpoint;
  private final List<String> environment;
  private final long imageBytes;
  private final int system = Capabilities.require("system");
  private final Map<Integer, StartedProcess> started = new HashMap<>();

  KernelMachine(
      Grants grants,
      ImagePrograms programs,
      int endpoint,
      List<String> environment,
      long imageBytes) {
    this.grants = grants;
    this.programs = programs;
    this.endpoint = endpoint;
    this.environment = environment;
    this.imageBytes = imageBytes;
  }

  @Override
  public int start(ProcessRequest request) throws StartException {
    StartedProcess process = new StartedProcess();
    boolean done = false;
    try {
      load(request, process);
      done = true;
    } catch (ProgramFormatException | KernelException failure) {
      throw new StartException(failure.getMessage(), failure);
    } finally {
      if (!done) {
        process.destroy();
      }
    }
    int handle = process.loaded().process();
    started.put(handle, process);
    return handle;
  }

  private void load(ProcessRequest request, StartedProcess process)
      throws StartException, ProgramFormatException {
    KernelException.check(
        "inspect process", SystemCalls.processInspect(Capabilities.require("process")));
    String shortage = QuotaUse.fromRecord().shortage(request.component().limits());
    if (shortage != null) {
      throw new StartException(shortage);
    }
    ProgramFile program = request.program();
    if (program == null) {
      program = programs.find(request.component().program());
    }
    int fault =
        process.own(
            KernelException.check(
                "derive fault endpoint",
                SystemCalls.capabilityDerive(
                    endpoint, Rights.SEND | Rights.GRANT, FAULT_BADGE | request.number())));
    ProcessDescription description =
        new ProcessDescription(
            request.name(),
            request.arguments(),
            environment,
            grants.of(request, process),
            limits(request),
            fault);
    process.setLoaded(ProgramLoader.start(description, program.memory(), program.sizeBytes()));
  }

  private static ProcessLimits limits(ProcessRequest request) {
    Limits limits = request.component().limits();
    return new ProcessLimits(
        limits.memoryBytes(),
        limits.heapBytes(),
        limits.stackBytes(),
        limits.capabilities(),
        limits.objects(),
        request.component().priority());
  }

  @Override
  public void destroy(int process) {
    StartedProcess ended = started.remove(process);
    if (ended != null) {
      ended.destroy();
    }
  }

  @Override
  public ProcessUsage usage(int process) {
    StartedProcess known = started.get(process);
    int thread = known == null ? Capabilities.require("thread") : known.loaded().thread();
    KernelException.check("inspect thread", SystemCalls.threadInspect(thread));
    long state = KernelRecord.word(ThreadRecord.STATE);
    KernelException.check("inspect process", SystemCalls.processInspect(process));
    int priority = (int) KernelRecord.word(ProcessRecord.PRIORITY);
    long processorNanos = KernelRecord.word(ProcessRecord.CPU_NANOS);
    QuotaUse use = QuotaUse.fromRecord();
    if (known == null) {
      use = withoutChildren(use);
    }
    return new ProcessUsage(
        state == ThreadState.RUNNING || state == ThreadState.READY,
        priority,
        processorNanos,
        use.pages() * QuotaUse.PAGE_BYTES,
        (int) use.capabilities());
  }

  /** The supervisor's own use: whatever it has started is a child of it. */
  private QuotaUse withoutChildren(QuotaUse charged) {
    QuotaUse own = charged;
    for (int child : started.keySet()) {
      KernelException.check("inspect process", SystemCalls.processInspect(child));
      own = own.without(QuotaUse.fromRecord());
    }
    return own;
  }

  @Override
  public CapabilityStatus nextCapability(int process, int position) {
    int next = SystemCalls.capabilityListProcess(process, position);
    if (next <= 0) {
      return null;
    }
    return new CapabilityStatus(
        next,
        (int) KernelRecord.word(CapabilityRecord.HANDLE),
        (int) KernelRecord.word(CapabilityRecord.TYPE),
        (int) KernelRecord.word(CapabilityRecord.RIGHTS),
        KernelRecord.word(CapabilityRecord.BADGE),
        (int) KernelRecord.word(CapabilityRecord.OBJECT));
  }

  @Override
  public MachineStatus status() {
    KernelException.check("inspect system", SystemCalls.systemInspect(system));
    long totalBytes = KernelRecord.word(SystemRecord.RAM_BYTES);
    long managedBytes = KernelRecord.word(SystemRecord.MANAGED_PAGES) * QuotaUse.PAGE_BYTES;
    return new MachineStatus(
        totalBytes,
        KernelRecord.word(SystemRecord.FREE_PAGES) * QuotaUse.PAGE_BYTES,
        totalBytes - managedBytes - imageBytes,
        imageBytes,
        (int) KernelRecord.word(SystemRecord.CPU_COUNT),
        KernelRecord.word(SystemRecord.UPTIME_NANOS),
        KernelRecord.word(SystemRecord.IDLE_NANOS),
        KernelRecord.word(SystemRecord.IDLE_WAKEUPS));
  }

  @Override
  public long nowNanos() {
    return SystemCalls.clockNanos();
  }

  @Override
  public void signal(int notification) {
    Notification.signal(notification);
  }

  @Override
  public void drop(int handle) {
    SystemCalls.capabilityDelete(handle);
  }

  @Override
  public void power(int action) {
    SystemCalls.systemPower(
        system, action == Supervisor.RESET ? SystemAction.RESET : SystemAction.POWER_OFF);
  }
}
