package edgex.bench.kernel.target;

import edgex.abi.MessageCalls;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.bench.clock.InstructionCounter;
import edgex.runtime.KernelException;
import edgex.runtime.MappedMemory;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.MessageBlock;
import edgex.tests.harness.Pages;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;

/** A process with an address space and a thread: made, run, exited, reaped. */
final class ProcessBench {
  private static final int PAGES = 16;
  private static final int CAPABILITIES = 4;
  private static final int OBJECTS = 8;
  private static final long FOR_EVER = -1;

  private final Bench bench;

  ProcessBench(Bench bench) {
    this.bench = bench;
  }

  /** Measures it. */
  void createExit() {
    int endpoint = KernelException.check("endpoint", SystemCalls.endpointCreate());
    int reply = KernelException.check("reply", SystemCalls.replyCreate());
    MappedMemory block = MappedMemory.create(Pages.BYTES);
    MessageBlock message = new MessageBlock(block.address());
    long entry = Stub.EXIT_AT_ONCE.address();
    for (int i = 0; i < Bench.ROUNDS; i++) {
      message.prepare(endpoint | (long) reply << Integer.SIZE, 0, FOR_EVER);
      long start = InstructionCounter.read();
      round(message, endpoint, entry);
      bench.put(i, InstructionCounter.read() - start);
    }
    bench.report("process.create_exit");
    block.delete();
    SystemCalls.capabilityDelete(reply);
    SystemCalls.capabilityDelete(endpoint);
  }

  private void round(MessageBlock message, int endpoint, long entry) {
    int process =
        SystemCalls.processCreate(
            RootMachine.process(), PAGES, CAPABILITIES, OBJECTS, Bench.PRIORITY, endpoint);
    int mapped =
        SystemCalls.memoryMap(
            process,
            bench.code(),
            RobotProcess.EXTRA_ADDRESS,
            0,
            Pages.BYTES,
            Rights.READ | Rights.EXECUTE);
    int thread = SystemCalls.threadCreate(process, Bench.PRIORITY, RobotProcess.FREE_ADDRESS);
    int started = SystemCalls.threadStart(thread, entry, 0, SystemCallNumbers.PROCESS_EXIT, 0);
    int received = message.call(MessageCalls.RECEIVE);
    int destroyed = SystemCalls.capabilityDestroy(process);
    SystemCalls.capabilityDelete(process);
    SystemCalls.capabilityDelete(thread);
    if ((mapped | started | received | destroyed) != 0) {
      throw new IllegalStateException("a process could not be made, run and reaped");
    }
  }
}
