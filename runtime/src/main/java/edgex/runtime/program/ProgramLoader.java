package edgex.runtime.program;

import edgex.abi.Rights;
import edgex.abi.StartBlock;
import edgex.runtime.Capabilities;
import edgex.runtime.KernelException;
import edgex.runtime.MappedMemory;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.system.SystemCalls;

/**
 * Makes a process of a program.
 *
 * <p>Read-only segments are mapped where they lie in the file's memory, so all processes of a
 * program share them; without the right to execute that memory they are copied. Writable segments,
 * stack and start block are new memory. All of it, the message page and the page tables are charged
 * to the process, as is what it makes itself.
 */
public final class ProgramLoader {
  private static final int PAGE_BYTES = Segment.PAGE_BYTES;

  private final ProcessDescription description;
  private final int program;
  private final long programBytes;
  private LoadedProcess loaded;
  private MappedMemory file;

  private ProgramLoader(ProcessDescription description, int program, long programBytes) {
    this.description = description;
    this.program = program;
    this.programBytes = programBytes;
  }

  /**
   * Loads a program and lets it run.
   *
   * @param description what it is started with
   * @param program capability of the file's memory, which must outlive the process
   * @param programBytes size of the file
   * @throws ProgramFormatException if the file is not a program of this machine
   * @throws KernelException if a limit or the machine does not allow it
   */
  public static LoadedProcess start(ProcessDescription description, int program, long programBytes)
      throws ProgramFormatException {
    ProgramLoader loader = new ProgramLoader(description, program, programBytes);
    loader.file = MappedMemory.map(program, Rights.READ);
    boolean started = false;
    try {
      loader.load();
      started = true;
      return loader.loaded;
    } finally {
      loader.file.unmap();
      if (!started && loader.loaded != null) {
        loader.loaded.destroy();
      }
    }
  }

  private void load() throws ProgramFormatException {
    if (programBytes > file.sizeBytes()) {
      throw new ProgramFormatException("it is longer than its memory");
    }
    byte[] header = new byte[(int) Math.min(programBytes, ElfProgram.HEADER_BYTES)];
    RawMemory.read(file.address(), header, 0, header.length);
    ElfProgram elf = ElfProgram.parse(header, programBytes, ElfProgram.MACHINE_X86_64);
    loaded = new LoadedProcess(createProcess());
    for (Segment segment : elf.segments()) {
      mapSegment(segment);
    }
    long stackBytes = roundUp(description.limits().stackBytes());
    mapNew(AddressLayout.STACK_TOP - stackBytes, stackBytes, Rights.READ | Rights.WRITE);
    loaded.setThread(
        KernelException.check(
            "create thread",
            SystemCalls.threadCreate(
                loaded.process(), description.limits().priority(), AddressLayout.MESSAGE_PAGE)));
    writeStartBlock();
    KernelException.check(
        "start thread",
        SystemCalls.threadStart(
            loaded.thread(),
            elf.entryPoint(),
            AddressLayout.STACK_TOP,
            AddressLayout.START_BLOCK,
            0));
  }

  private int createProcess() {
    ProcessLimits limits = description.limits();
    return KernelException.check(
        "create process",
        SystemCalls.processCreate(
            Capabilities.require("process"),
            (int) (roundUp(limits.memoryBytes()) / PAGE_BYTES),
            limits.capabilities(),
            limits.objects(),
            limits.priority(),
            description.faultEndpoint()));
  }

  private void mapSegment(Segment segment) {
    boolean writable = (segment.protection() & Rights.WRITE) != 0;
    if (!writable && mayMap(segment.protection())) {
      map(program, segment.firstPage(), segment.firstPageOffset(), segment);
    } else {
      mapCopy(segment);
    }
  }

  private boolean mayMap(int protection) {
    long inspected =
        KernelException.check("inspect program", SystemCalls.capabilityInspect(program));
    return (inspected & protection) == protection;
  }

  private void mapCopy(Segment segment) {
    MappedMemory copy = MappedMemory.createFor(loaded.process(), segment.pagesBytes());
    loaded.keep(copy.handle());
    RawMemory.copy(
        file.address() + segment.fileOffset(),
        copy.address() + (segment.address() - segment.firstPage()),
        (int) segment.fileBytes());
    copy.unmap();
    map(copy.handle(), segment.firstPage(), 0, segment);
  }

  private void map(int memory, long address, long offset, Segment segment) {
    map(memory, address, offset, segment.pagesBytes(), segment.protection());
  }

  private void map(int memory, long address, long offset, long sizeBytes, int protection) {
    KernelException.check(
        "map memory into process",
        SystemCalls.memoryMap(loaded.process(), memory, address, offset, sizeBytes, protection));
  }

  private void mapNew(long address, long sizeBytes, int protection) {
    int memory =
        KernelException.check(
            "create memory", SystemCalls.memoryCreate(loaded.process(), sizeBytes));
    loaded.keep(memory);
    map(memory, address, 0, sizeBytes, protection);
  }

  private void writeStartBlock() throws ProgramFormatException {
    StartBlockWriter writer = new StartBlockWriter(description.capabilities().size() + 2);
    int process = grant(loaded.process(), Rights.CONTROL | Rights.INSPECT, 0);
    int thread = grant(loaded.thread(), Rights.CONTROL | Rights.INSPECT, 0);
    writer.setWord(StartBlock.PROCESS, process);
    writer.setWord(StartBlock.THREAD, thread);
    writer.setWord(StartBlock.MESSAGE_PAGE, AddressLayout.MESSAGE_PAGE);
    writer.setWord(StartBlock.FREE_ADDRESS, AddressLayout.FREE_START);
    writer.setWord(StartBlock.FREE_END, AddressLayout.FREE_END);
    writer.setWord(StartBlock.HEAP_LIMIT, description.limits().heapBytes());
    writer.addCapability("process", process);
    writer.addCapability("thread", thread);
    for (NamedCapability capability : description.capabilities()) {
      writer.addCapability(
          capability.name(), grant(capability.handle(), capability.rights(), capability.badge()));
    }
    writer.setName(description.name());
    writer.addTexts(StartBlock.ARGUMENT_COUNT, StartBlock.ARGUMENTS, description.arguments());
    writer.addTexts(
        StartBlock.ENVIRONMENT_COUNT, StartBlock.ENVIRONMENT, description.environment());
    mapStartBlock(writer.toBytes());
  }

  private void mapStartBlock(byte[] block) {
    MappedMemory memory = MappedMemory.createFor(loaded.process(), roundUp(block.length));
    loaded.keep(memory.handle());
    RawMemory.write(memory.address(), block, 0, block.length);
    memory.unmap();
    map(memory.handle(), AddressLayout.START_BLOCK, 0, memory.sizeBytes(), Rights.READ);
  }

  private int grant(int handle, int rights, long badge) {
    return KernelException.check(
        "grant capability", SystemCalls.capabilityGrant(loaded.process(), handle, rights, badge));
  }

  private static long roundUp(long bytes) {
    return (bytes + PAGE_BYTES - 1) & -PAGE_BYTES;
  }
}
