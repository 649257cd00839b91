package edgex.kernel;

import edgex.abi.MessageInformation;
import edgex.abi.MessagePage;
import edgex.abi.RootStart;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.object.PoolSizes;
import edgex.kernel.sched.Processor;

/** A freshly booted machine in which the root thread runs, and short ways to make its calls. */
final class TestMachine {
  static final int RAM_BYTES = 8 << 20;
  static final long PAGE = 4096;
  static final long NO_TIMEOUT = -1;

  final int process;
  final int thread;
  final int system;
  final int ports;
  final int interrupts;
  final int image;
  private long freeAddress;

  TestMachine() {
    this(PoolSizes.forMemory(RAM_BYTES), "verbose");
  }

  TestMachine(PoolSizes sizes, String commandLine) {
    HostMachine.boot(RAM_BYTES, sizes, commandLine);
    process = (int) bytes(RootStart.PROCESS);
    thread = (int) bytes(RootStart.THREAD);
    system = (int) bytes(RootStart.SYSTEM);
    ports = (int) bytes(RootStart.PORTS);
    interrupts = (int) bytes(RootStart.INTERRUPTS);
    image = (int) bytes(RootStart.BOOT_IMAGE);
    freeAddress = bytes(RootStart.FREE_ADDRESS);
  }

  /** An unused range of addresses in every process. */
  long address(int pages) {
    long address = freeAddress;
    freeAddress += pages * PAGE;
    return address;
  }

  long call(int number, long... arguments) {
    long result = HostMachine.systemCall(number, arguments);
    Invariants.check();
    return result;
  }

  int good(int number, long... arguments) {
    return Invariants.good(call(number, arguments));
  }

  long message(int number, long handle, long information, long timeoutNanos) {
    long result = HostMachine.messageCall(number, handle, information, timeoutNanos);
    Invariants.check();
    return result;
  }

  int endpoint() {
    return good(SystemCallNumbers.ENDPOINT_CREATE);
  }

  int reply() {
    return good(SystemCallNumbers.REPLY_CREATE);
  }

  int notification() {
    return good(SystemCallNumbers.NOTIFICATION_CREATE);
  }

  int memory(int pages) {
    return memoryOf(process, pages);
  }

  /** Memory that a process pays for. */
  int memoryOf(int payer, int pages) {
    return good(SystemCallNumbers.MEMORY_CREATE, payer, pages * PAGE);
  }

  int derive(int handle, int rights) {
    return good(SystemCallNumbers.CAPABILITY_DERIVE, handle, rights, 0);
  }

  int child(int faultEndpoint) {
    return good(SystemCallNumbers.PROCESS_CREATE, process, 64, 32, 32, 255, faultEndpoint);
  }

  /** Makes and starts a thread; one of a higher priority runs at once. */
  int start(int inProcess, int priority) {
    int made = good(SystemCallNumbers.THREAD_CREATE, inProcess, priority, address(1));
    good(SystemCallNumbers.THREAD_START, made, HostMachine.ROOT_CODE, 0, 0, 0);
    return made;
  }

  void setPriority(int ofThread, int priority) {
    good(SystemCallNumbers.THREAD_SET_PRIORITY, ofThread, priority);
  }

  /** Word of the current thread's message bytes. */
  static long bytes(int word) {
    return PhysicalMemory.read64(
        Processor.self().current.messagePage + MessagePage.BYTES_OFFSET + 8L * word);
  }

  static void handleToSend(int index, int handle) {
    PhysicalMemory.write64(
        Processor.self().current.messagePage + MessagePage.CAPABILITIES_OFFSET + 8L * index,
        handle);
  }

  static int handleReceived(int index) {
    return (int)
        PhysicalMemory.read64(
            Processor.self().current.messagePage + MessagePage.CAPABILITIES_OFFSET + 8L * index);
  }

  static long words(int label, int count) {
    return MessageInformation.of(label, count, 0, 0, 0);
  }

  static Context current() {
    return HostMachine.current();
  }
}
