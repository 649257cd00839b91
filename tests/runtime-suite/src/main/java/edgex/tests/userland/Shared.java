package edgex.tests.userland;

import edgex.abi.Rights;
import edgex.abi.service.FileContent;
import edgex.runtime.Capabilities;
import edgex.runtime.MappedMemory;
import edgex.runtime.files.FileContents;
import edgex.runtime.ipc.Notification;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.program.LoadedProcess;
import edgex.runtime.program.NamedCapability;
import edgex.runtime.program.ProcessDescription;
import edgex.runtime.program.ProcessLimits;
import edgex.runtime.program.ProgramFormatException;
import edgex.runtime.program.ProgramLoader;
import edgex.runtime.system.SystemCalls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One page and three notifications that processes of this suite share. Places of the page, in
 * bytes:
 *
 * <pre>
 *   0 mutex, 64 semaphore, 128 condition, 192 counter, 256 flag, 1024 queue
 * </pre>
 */
final class Shared {
  static final int PAGE_BYTES = 4096;
  static final int SEMAPHORE = 64;
  static final int CONDITION = 128;
  static final int COUNTER = 192;
  static final int FLAG = 256;
  static final int QUEUE = 1024;

  private static final String PROGRAM = "/bin/runtime-suite";
  private static final int PRIORITY = 100;
  private static final ProcessLimits LIMITS =
      new ProcessLimits(3 << 20, 256 << 10, 64 << 10, 64, 64, PRIORITY);
  private static final int BOTH = Rights.SEND | Rights.RECEIVE;

  private final MappedMemory page;
  private final Notification mutex;
  private final Notification semaphore;
  private final Notification condition;

  private Shared(MappedMemory page, Notification mutex, Notification one, Notification other) {
    this.page = page;
    this.mutex = mutex;
    this.semaphore = one;
    this.condition = other;
  }

  /** New ones. */
  static Shared create() {
    return new Shared(
        MappedMemory.create(PAGE_BYTES),
        Notification.create(),
        Notification.create(),
        Notification.create());
  }

  /** Those that this process was started with. */
  static Shared granted() {
    return new Shared(
        MappedMemory.map(Capabilities.require("page"), Rights.READ | Rights.WRITE),
        new Notification(Capabilities.require("mutex")),
        new Notification(Capabilities.require("semaphore")),
        new Notification(Capabilities.require("condition")));
  }

  /** Starts another process of this program with the same page and notifications. */
  LoadedProcess start(String role) throws IOException, ProgramFormatException {
    List<NamedCapability> capabilities = new ArrayList<>();
    capabilities.add(new NamedCapability("page", page.handle(), Rights.READ | Rights.WRITE, 0));
    capabilities.add(new NamedCapability("mutex", mutex.handle(), BOTH, 0));
    capabilities.add(new NamedCapability("semaphore", semaphore.handle(), BOTH, 0));
    capabilities.add(new NamedCapability("condition", condition.handle(), BOTH, 0));
    FileContent program = FileContents.map(PROGRAM);
    return ProgramLoader.start(
        new ProcessDescription(role, List.of(role), List.of(), capabilities, LIMITS, 0),
        program.memory(),
        program.sizeBytes());
  }

  /** Gives the page back. */
  void delete() {
    page.delete();
    SystemCalls.capabilityDelete(mutex.handle());
    SystemCalls.capabilityDelete(semaphore.handle());
    SystemCalls.capabilityDelete(condition.handle());
  }

  /** Address of the page. */
  long address() {
    return page.address();
  }

  /** The word at a place of the page. */
  int word(int place) {
    return RawMemory.loadAcquire32(page.address() + place);
  }

  /** Sets the word at a place of the page. */
  void setWord(int place, int value) {
    RawMemory.storeRelease32(page.address() + place, value);
  }

  Notification mutex() {
    return mutex;
  }

  Notification semaphore() {
    return semaphore;
  }

  Notification condition() {
    return condition;
  }
}
