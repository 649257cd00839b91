package edgex.tests.kernel;

import edgex.abi.MessageCalls;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Pages;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;
import java.util.ArrayList;
import java.util.List;

/** Every handle of every system call. */
final class HandleCalls {
  private static final long ADDRESS = RobotProcess.FREE_ADDRESS;
  private static final int PORT = 0x80;
  private static final long NO_DEVICE = 1L << 46;
  private static final int LINE = 9;

  private final List<HandleCall> calls = new ArrayList<>();

  /** The table. */
  static List<HandleCall> all() {
    HandleCalls table = new HandleCalls();
    table.addCapabilities();
    table.addProcesses();
    table.addThreads();
    table.addMemory();
    table.addDevices();
    table.addSystem();
    table.addMessages();
    return table.calls;
  }

  private void add(String name, int type, int right, HandleCall.Maker good, HandleCall.Call call) {
    calls.add(new HandleCall(name, type, right, good, call));
  }

  private void addCapabilities() {
    add(
        "capabilityDerive",
        0,
        0,
        Scope::endpoint,
        (s, h) -> SystemCalls.capabilityDerive(h, Rights.SEND, 0));
    add(
        "capabilityGrant of process",
        ObjectType.PROCESS,
        Rights.CONTROL,
        Scope::process,
        (s, h) -> SystemCalls.capabilityGrant(h, s.endpoint(), Rights.SEND, 0));
    add(
        "capabilityGrant of capability",
        0,
        Rights.GRANT,
        Scope::endpoint,
        (s, h) -> SystemCalls.capabilityGrant(s.process(), h, Rights.SEND, 0));
    add("capabilityDelete", 0, 0, Scope::endpoint, (s, h) -> SystemCalls.capabilityDelete(h));
    add("capabilityRevoke", 0, 0, Scope::endpoint, (s, h) -> SystemCalls.capabilityRevoke(h));
    add("capabilityInspect", 0, 0, Scope::endpoint, (s, h) -> SystemCalls.capabilityInspect(h));
    add(
        "capabilityDestroy",
        0,
        Rights.CONTROL,
        Scope::endpoint,
        (s, h) -> SystemCalls.capabilityDestroy(h));
    add(
        "capabilityListProcess",
        ObjectType.PROCESS,
        Rights.INSPECT,
        Scope::process,
        (s, h) -> SystemCalls.capabilityListProcess(h, 0));
  }

  private void addProcesses() {
    add(
        "processCreate of parent",
        ObjectType.PROCESS,
        Rights.CONTROL,
        Scope::process,
        (s, h) -> SystemCalls.processCreate(h, 1, 1, 1, 1, 0));
    add(
        "processCreate of fault endpoint",
        ObjectType.ENDPOINT,
        Rights.SEND,
        Scope::endpoint,
        (s, h) -> SystemCalls.processCreate(RootMachine.process(), 1, 1, 1, 1, h));
    add(
        "processInspect",
        ObjectType.PROCESS,
        Rights.INSPECT,
        Scope::process,
        (s, h) -> SystemCalls.processInspect(h));
  }

  private void addThreads() {
    add(
        "threadCreate",
        ObjectType.PROCESS,
        Rights.CONTROL,
        Scope::process,
        (s, h) -> SystemCalls.threadCreate(h, 1, ADDRESS));
    add(
        "threadStart",
        ObjectType.THREAD,
        Rights.CONTROL,
        Scope::thread,
        (s, h) -> SystemCalls.threadStart(h, ADDRESS, ADDRESS, 0, 0));
    add(
        "threadSuspend",
        ObjectType.THREAD,
        Rights.CONTROL,
        s -> s.robot().thread(),
        (s, h) -> SystemCalls.threadSuspend(h));
    add(
        "threadResume",
        ObjectType.THREAD,
        Rights.CONTROL,
        HandleCalls::suspendedThread,
        (s, h) -> SystemCalls.threadResume(h));
    add(
        "threadSetPriority",
        ObjectType.THREAD,
        Rights.CONTROL,
        Scope::thread,
        (s, h) -> SystemCalls.threadSetPriority(h, 1));
    add(
        "threadSetAffinity",
        ObjectType.THREAD,
        Rights.CONTROL,
        Scope::thread,
        (s, h) -> SystemCalls.threadSetAffinity(h, 0));
    add(
        "threadBind of thread",
        ObjectType.THREAD,
        Rights.CONTROL,
        Scope::thread,
        (s, h) -> SystemCalls.threadBind(h, s.notification()));
    add(
        "threadBind of notification",
        ObjectType.NOTIFICATION,
        Rights.RECEIVE,
        Scope::notification,
        (s, h) -> SystemCalls.threadBind(s.thread(), h));
    add(
        "threadInspect",
        ObjectType.THREAD,
        Rights.INSPECT,
        Scope::thread,
        (s, h) -> SystemCalls.threadInspect(h));
  }

  private static int suspendedThread(Scope scope) {
    int thread = scope.robot().thread();
    Expect.success(SystemCalls.threadSuspend(thread));
    return thread;
  }

  private void addMemory() {
    add(
        "memoryCreate",
        ObjectType.PROCESS,
        Rights.CONTROL,
        Scope::process,
        (s, h) -> s.keepIfMade(SystemCalls.memoryCreate(h, Pages.BYTES)));
    add(
        "memoryMap of process",
        ObjectType.PROCESS,
        Rights.CONTROL,
        Scope::process,
        (s, h) -> map(h, s.memory(1), Rights.READ));
    add(
        "memoryMap readable",
        ObjectType.MEMORY,
        Rights.READ,
        s -> s.memory(1),
        (s, h) -> map(s.process(), h, Rights.READ));
    add(
        "memoryMap writable",
        ObjectType.MEMORY,
        Rights.WRITE,
        s -> s.memory(1),
        (s, h) -> map(s.process(), h, Rights.READ | Rights.WRITE));
    add(
        "memoryMap executable",
        ObjectType.MEMORY,
        Rights.EXECUTE,
        s -> s.memory(1),
        (s, h) -> map(s.process(), h, Rights.READ | Rights.EXECUTE));
    add(
        "memoryUnmap",
        ObjectType.PROCESS,
        Rights.CONTROL,
        HandleCalls::processWithPage,
        (s, h) -> SystemCalls.memoryUnmap(h, ADDRESS, Pages.BYTES));
    add(
        "memoryProtect",
        ObjectType.PROCESS,
        Rights.CONTROL,
        HandleCalls::processWithPage,
        (s, h) -> SystemCalls.memoryProtect(h, ADDRESS, Rights.READ));
    add(
        "memorySize",
        ObjectType.MEMORY,
        Rights.READ,
        s -> s.memory(1),
        (s, h) -> SystemCalls.memorySize(h));
    add(
        "memorySlice",
        ObjectType.MEMORY,
        0,
        s -> s.memory(1),
        (s, h) -> s.keepIfMade(SystemCalls.memorySlice(h, 0, Pages.BYTES)));
  }

  private static long map(int process, int memory, int protection) {
    return SystemCalls.memoryMap(process, memory, ADDRESS, 0, Pages.BYTES, protection);
  }

  private static int processWithPage(Scope scope) {
    int process = scope.process();
    Expect.success(map(process, scope.memory(1), Rights.READ | Rights.WRITE));
    return process;
  }

  private void addDevices() {
    add(
        "deviceSlice",
        ObjectType.DEVICE,
        0,
        HandleCalls::deviceWindow,
        (s, h) -> SystemCalls.deviceSlice(h, 0, 1));
    add(
        "deviceMemory",
        ObjectType.DEVICE,
        0,
        HandleCalls::deviceWindow,
        (s, h) -> SystemCalls.deviceMemory(h, 0, Pages.BYTES));
    if (RootMachine.hasPorts()) {
      add(
          "deviceRead",
          ObjectType.DEVICE,
          Rights.READ,
          HandleCalls::port,
          (s, h) -> SystemCalls.deviceRead(h, 0, 1));
      add(
          "deviceWrite",
          ObjectType.DEVICE,
          Rights.WRITE,
          HandleCalls::port,
          (s, h) -> SystemCalls.deviceWrite(h, 0, 1, 0));
    }
    add(
        "interruptCreate",
        ObjectType.INTERRUPT,
        Rights.CONTROL,
        s -> s.derive(RootMachine.interrupts(), Rights.ALL),
        (s, h) -> s.keepIfMade(SystemCalls.interruptCreate(h, LINE)));
    add(
        "interruptBind of interrupt",
        ObjectType.INTERRUPT,
        Rights.CONTROL,
        HandleCalls::line,
        (s, h) -> SystemCalls.interruptBind(h, s.notification()));
    add(
        "interruptBind of notification",
        ObjectType.NOTIFICATION,
        Rights.SEND,
        Scope::notification,
        (s, h) -> bindNewLine(h));
    add(
        "interruptAcknowledge",
        ObjectType.INTERRUPT,
        Rights.CONTROL,
        HandleCalls::boundLine,
        (s, h) -> SystemCalls.interruptAcknowledge(h));
  }

  /** Registers of a device that no machine has; nobody touches them. */
  private static int deviceWindow(Scope scope) {
    return scope.keep(SystemCalls.deviceSlice(RootMachine.deviceMemory(), NO_DEVICE, Pages.BYTES));
  }

  private static int port(Scope scope) {
    return scope.keep(SystemCalls.deviceSlice(RootMachine.ports(), PORT, 1));
  }

  private static int line(Scope scope) {
    return scope.keep(SystemCalls.interruptCreate(RootMachine.interrupts(), LINE));
  }

  private static long bindNewLine(int notification) {
    int line = Expect.success(SystemCalls.interruptCreate(RootMachine.interrupts(), LINE));
    long status = SystemCalls.interruptBind(line, notification);
    Expect.success(SystemCalls.capabilityDestroy(line));
    Expect.success(SystemCalls.capabilityDelete(line));
    return status;
  }

  private static int boundLine(Scope scope) {
    int line = line(scope);
    Expect.success(SystemCalls.interruptBind(line, scope.notification()));
    return line;
  }

  private void addSystem() {
    HandleCall.Maker system = s -> s.derive(RootMachine.system(), Rights.ALL);
    add(
        "systemInspect",
        ObjectType.SYSTEM,
        Rights.INSPECT,
        system,
        (s, h) -> SystemCalls.systemInspect(h));
    // Action 0 does not exist: with a good handle the answer is another error than with a bad one.
    add(
        "systemPower",
        ObjectType.SYSTEM,
        Rights.CONTROL,
        system,
        (s, h) -> SystemCalls.systemPower(h, 0));
    add(
        "logAppend",
        ObjectType.SYSTEM,
        Rights.WRITE,
        system,
        (s, h) -> SystemCalls.logAppend(h, 0));
    add("logRead", ObjectType.SYSTEM, Rights.READ, system, (s, h) -> SystemCalls.logRead(h, 0));
    add(
        "commandLineRead",
        ObjectType.SYSTEM,
        Rights.READ,
        system,
        (s, h) -> SystemCalls.commandLineRead(h, 0));
  }

  private void addMessages() {
    add(
        "call",
        ObjectType.ENDPOINT,
        Rights.SEND,
        Scope::endpoint,
        (s, h) -> s.message().prepare(handle(h), 0, 0).call(MessageCalls.CALL));
    add(
        "send",
        ObjectType.ENDPOINT,
        Rights.SEND,
        Scope::endpoint,
        (s, h) -> s.message().prepare(handle(h), 0, 0).call(MessageCalls.SEND));
    add(
        "receive of endpoint",
        ObjectType.ENDPOINT,
        Rights.RECEIVE,
        Scope::endpoint,
        (s, h) -> s.message().prepare(handle(h), 0, 0).call(MessageCalls.RECEIVE));
    add(
        "receive of reply",
        ObjectType.REPLY,
        0,
        Scope::reply,
        (s, h) -> receive(s, MessageCalls.RECEIVE, s.endpoint(), h));
    add(
        "replyReceive of endpoint",
        ObjectType.ENDPOINT,
        Rights.RECEIVE,
        Scope::endpoint,
        (s, h) -> receive(s, MessageCalls.REPLY_RECEIVE, h, s.reply()));
    add(
        "replyReceive of reply",
        ObjectType.REPLY,
        0,
        Scope::reply,
        (s, h) -> receive(s, MessageCalls.REPLY_RECEIVE, s.endpoint(), h));
    add(
        "reply",
        ObjectType.REPLY,
        0,
        Scope::reply,
        (s, h) -> s.message().prepare(handle(h), 0, 0).call(MessageCalls.REPLY));
    add(
        "wait",
        ObjectType.NOTIFICATION,
        Rights.RECEIVE,
        Scope::notification,
        (s, h) -> s.message().prepare(handle(h), 0, 0).call(MessageCalls.WAIT));
    add(
        "signal",
        ObjectType.NOTIFICATION,
        Rights.SEND,
        Scope::notification,
        (s, h) -> s.message().prepare(handle(h), 0, 0).call(MessageCalls.SIGNAL));
  }

  private static long handle(int handle) {
    return handle & 0xffff_ffffL;
  }

  private static long receive(Scope scope, int number, int endpoint, int reply) {
    long handles = Scope.handles(handle(endpoint), handle(reply));
    return scope.message().prepare(handles, 0, 0).call(number);
  }
}
