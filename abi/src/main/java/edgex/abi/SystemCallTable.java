package edgex.abi;

import edgex.abi.declare.Fails;
import edgex.abi.declare.Handle;
import edgex.abi.declare.SystemCall;
import edgex.abi.declare.SystemCallInterface;

/**
 * The system calls of the slow kind: up to six integers in, one out. The message calls have the
 * numbers below these and a register convention of their own, see {@link MessageCalls}.
 *
 * <p>Every call fails with INVALID_HANDLE, WRONG_TYPE or MISSING_RIGHT for a handle that names no
 * live capability of the caller, one for another type of object, or one without the rights. Nothing
 * has happened when a call fails.
 */
@SystemCallInterface(
    version = 1,
    errors = Errors.class,
    rights = Rights.class,
    unknownCall = Errors.UNKNOWN_CALL,
    firstNumber = 8)
public interface SystemCallTable {
  /** Does nothing, for measuring. */
  @SystemCall(number = 8, idempotent = true)
  int nullCall();

  /**
   * Derives a capability in the caller's own table. Result: its handle. Badge 0 keeps the parent's.
   */
  @SystemCall(number = 9)
  @Fails(error = Errors.INVALID_ARGUMENT, when = "the rights are not a subset of the parent's")
  @Fails(
      error = Errors.WRONG_TYPE,
      when = "a badge is given and the object is neither endpoint nor notification")
  @Fails(error = Errors.ALREADY_BADGED, when = "a badge is given and the parent has one")
  @Fails(error = Errors.QUOTA_EXCEEDED, when = "the holder has no capabilities left")
  @Fails(error = Errors.POOL_EMPTY, when = "the kernel has no capability left")
  @Fails(error = Errors.WRONG_STATE, when = "the holder is being destroyed")
  int capabilityDerive(@Handle(type = "any") int handle, int rights, long badge);

  /** Derives a capability into another process's table. Result: its handle there. */
  @SystemCall(number = 10)
  @Fails(error = Errors.INVALID_ARGUMENT, when = "the rights are not a subset of the parent's")
  @Fails(
      error = Errors.WRONG_TYPE,
      when = "a badge is given and the object is neither endpoint nor notification")
  @Fails(error = Errors.ALREADY_BADGED, when = "a badge is given and the parent has one")
  @Fails(error = Errors.QUOTA_EXCEEDED, when = "the holder has no capabilities left")
  @Fails(error = Errors.POOL_EMPTY, when = "the kernel has no capability left")
  @Fails(error = Errors.WRONG_STATE, when = "the holder is being destroyed")
  int capabilityGrant(
      @Handle(type = "process", rights = Rights.CONTROL) int process,
      @Handle(type = "any", rights = Rights.GRANT) int handle,
      int rights,
      long badge);

  /**
   * Deletes a capability. What was derived from it goes over to its parent; what was mapped with it
   * is unmapped; an object goes with its last capability.
   */
  @SystemCall(number = 11)
  int capabilityDelete(@Handle(type = "any") int handle);

  /** Deletes every capability that was derived from this one. */
  @SystemCall(number = 12, idempotent = true)
  int capabilityRevoke(@Handle(type = "any") int handle);

  /** Result: type of the object (ObjectType) * 256 + rights. */
  @SystemCall(number = 13, idempotent = true)
  int capabilityInspect(@Handle(type = "any") int handle);

  /** Destroys the object now. All its capabilities become stale; their holders delete them. */
  @SystemCall(number = 14)
  int capabilityDestroy(@Handle(type = "any", rights = Rights.CONTROL) int handle);

  /**
   * Reports one capability of a process as a CapabilityRecord in the message bytes. Result: what to
   * pass for the next one; 0 when there was none.
   */
  @SystemCall(number = 15, idempotent = true)
  @Fails(
      error = Errors.INVALID_ARGUMENT,
      when = "the capability to go on from is gone; start again with 0")
  int capabilityListProcess(
      @Handle(type = "process", rights = Rights.INSPECT) int process, int after);

  /** Makes an endpoint. Result: its handle. */
  @SystemCall(number = 16)
  @Fails(
      error = Errors.QUOTA_EXCEEDED,
      when = "the process that pays has no objects or capabilities left")
  @Fails(
      error = Errors.POOL_EMPTY,
      when = "the kernel has no object of this type, or no capability, left")
  @Fails(error = Errors.WRONG_STATE, when = "the process that pays is being destroyed")
  int endpointCreate();

  /** Makes a notification with no bit set. Result: its handle. */
  @SystemCall(number = 17)
  @Fails(
      error = Errors.QUOTA_EXCEEDED,
      when = "the process that pays has no objects or capabilities left")
  @Fails(
      error = Errors.POOL_EMPTY,
      when = "the kernel has no object of this type, or no capability, left")
  @Fails(error = Errors.WRONG_STATE, when = "the process that pays is being destroyed")
  int notificationCreate();

  /** Makes a reply object. Result: its handle. */
  @SystemCall(number = 18)
  @Fails(
      error = Errors.QUOTA_EXCEEDED,
      when = "the process that pays has no objects or capabilities left")
  @Fails(
      error = Errors.POOL_EMPTY,
      when = "the kernel has no object of this type, or no capability, left")
  @Fails(error = Errors.WRONG_STATE, when = "the process that pays is being destroyed")
  int replyCreate();

  /**
   * Makes a process that lives on a part of its parent's limits. Result: its handle. Faults go to
   * the endpoint, with the badge of its capability; 0: a faulting thread stops.
   */
  @SystemCall(number = 19)
  @Fails(
      error = Errors.INVALID_ARGUMENT,
      when = "a limit or the priority is negative, or there is no page for the page table")
  @Fails(error = Errors.PRIORITY_TOO_HIGH, when = "the priority is above the parent's maximum")
  @Fails(error = Errors.OUT_OF_MEMORY, when = "no page is free")
  @Fails(
      error = Errors.QUOTA_EXCEEDED,
      when = "the limits do not fit into the parent's, or the caller has no capabilities left")
  @Fails(
      error = Errors.POOL_EMPTY,
      when = "the kernel has no object of this type, or no capability, left")
  @Fails(error = Errors.WRONG_STATE, when = "the process that pays is being destroyed")
  int processCreate(
      @Handle(type = "process", rights = Rights.CONTROL) int parent,
      int pagesLimit,
      int capabilitiesLimit,
      int objectsLimit,
      int maximumPriority,
      @Handle(type = "endpoint", rights = Rights.SEND) int faultEndpoint);

  /** Writes a ProcessRecord to the message bytes. */
  @SystemCall(number = 20, idempotent = true)
  int processInspect(@Handle(type = "process", rights = Rights.INSPECT) int process);

  /** Ends the caller's process; does not return. The fault endpoint gets an EXIT message. */
  @SystemCall(number = 21)
  int processExit(int status);

  /** Makes a thread in a process, which pays for it. Result: its handle. */
  @SystemCall(number = 22)
  @Fails(error = Errors.INVALID_ARGUMENT, when = "the priority is not 0 to 255")
  @Fails(error = Errors.PRIORITY_TOO_HIGH, when = "the priority is above the process's maximum")
  @Fails(
      error = Errors.INVALID_ADDRESS,
      when = "the message page would not be page-aligned in user space")
  @Fails(
      error = Errors.ALREADY_MAPPED,
      when = "something is mapped where the message page should be")
  @Fails(error = Errors.OUT_OF_MEMORY, when = "no page is free")
  @Fails(
      error = Errors.QUOTA_EXCEEDED,
      when = "the process has no pages or objects left, or the caller no capabilities")
  @Fails(
      error = Errors.POOL_EMPTY,
      when = "the kernel has no object of this type, or no capability, left")
  @Fails(error = Errors.WRONG_STATE, when = "the process has exited or is being destroyed")
  int threadCreate(
      @Handle(type = "process", rights = Rights.CONTROL) int process,
      int priority,
      long messagePageAddress);

  /** Starts a thread that has never run. */
  @SystemCall(number = 23)
  @Fails(
      error = Errors.INVALID_ADDRESS,
      when = "the entry or the thread pointer is not in user space")
  @Fails(
      error = Errors.WRONG_STATE,
      when = "the thread was started before, or its process has exited")
  int threadStart(
      @Handle(type = "thread", rights = Rights.CONTROL) int thread,
      long entry,
      long stackPointer,
      long argument,
      long threadPointer);

  /** Stops a thread. What it waits for ends with CANCELLED. */
  @SystemCall(number = 24, idempotent = true)
  @Fails(error = Errors.WRONG_STATE, when = "the thread was never started")
  int threadSuspend(@Handle(type = "thread", rights = Rights.CONTROL) int thread);

  /** Lets a stopped thread go on; after a fault it retries the instruction. */
  @SystemCall(number = 25)
  @Fails(error = Errors.WRONG_STATE, when = "the thread is not stopped, or its process has exited")
  int threadResume(@Handle(type = "thread", rights = Rights.CONTROL) int thread);

  /** Gives a thread another priority of its own. */
  @SystemCall(number = 26, idempotent = true)
  @Fails(error = Errors.INVALID_ARGUMENT, when = "the priority is not 0 to 255")
  @Fails(error = Errors.PRIORITY_TOO_HIGH, when = "the priority is above the process's maximum")
  int threadSetPriority(@Handle(type = "thread", rights = Rights.CONTROL) int thread, int priority);

  /** Binds a notification to a thread; with notification 0 ends the binding. */
  @SystemCall(number = 27)
  @Fails(error = Errors.WRONG_STATE, when = "one of the two is bound already")
  int threadBind(
      @Handle(type = "thread", rights = Rights.CONTROL) int thread,
      @Handle(type = "notification", rights = Rights.RECEIVE) int notification);

  /** Writes a ThreadRecord to the message bytes. */
  @SystemCall(number = 28, idempotent = true)
  int threadInspect(@Handle(type = "thread", rights = Rights.INSPECT) int thread);

  /** Lets the caller's equals run first. */
  @SystemCall(number = 29, idempotent = true)
  int threadYield();

  /** Ends the calling thread; does not return. */
  @SystemCall(number = 30)
  int threadExit();

  /** Sets the caller's thread pointer. */
  @SystemCall(number = 31, idempotent = true)
  @Fails(error = Errors.INVALID_ADDRESS, when = "the address is not in user space")
  int threadSetPointer(long threadPointer);

  /** Blocks the caller for a time; negative: for ever. */
  @SystemCall(number = 32)
  @Fails(error = Errors.CANCELLED, when = "the thread was suspended and resumed meanwhile")
  int threadSleep(long nanos);

  /**
   * Makes contiguous memory, which reads as zeros. The process pays for it, and it goes with the
   * process. Result: its handle, the caller's.
   */
  @SystemCall(number = 33)
  @Fails(
      error = Errors.INVALID_ARGUMENT,
      when = "the size is not a positive multiple of the page size")
  @Fails(error = Errors.OUT_OF_MEMORY, when = "no free block is large enough")
  @Fails(
      error = Errors.QUOTA_EXCEEDED,
      when = "the process has no pages or objects left, or the caller no capabilities")
  @Fails(
      error = Errors.POOL_EMPTY,
      when = "the kernel has no object of this type, or no capability, left")
  @Fails(error = Errors.WRONG_STATE, when = "the caller is being destroyed")
  int memoryCreate(@Handle(type = "process", rights = Rights.CONTROL) int process, long sizeBytes);

  /**
   * Maps pages of a memory object into a process, with protection READ, WRITE, EXECUTE of Rights.
   * The mapping lives as long as the memory capability that was named.
   */
  @SystemCall(number = 34)
  @Fails(
      error = Errors.MISSING_RIGHT,
      when = "the memory capability lacks a right of the protection")
  @Fails(
      error = Errors.INVALID_ARGUMENT,
      when = "the range is not within the memory, or the protection is not READ with others")
  @Fails(error = Errors.WRITABLE_AND_EXECUTABLE, when = "the protection has WRITE and EXECUTE")
  @Fails(error = Errors.INVALID_ADDRESS, when = "the address is not page-aligned in user space")
  @Fails(error = Errors.ALREADY_MAPPED, when = "something is mapped in the range")
  @Fails(error = Errors.OUT_OF_MEMORY, when = "no page is free for a page table")
  @Fails(
      error = Errors.QUOTA_EXCEEDED,
      when = "the process has no objects left, or no pages for page tables")
  @Fails(error = Errors.POOL_EMPTY, when = "the kernel has no mapping left")
  @Fails(error = Errors.WRONG_STATE, when = "the process is being destroyed")
  @Fails(error = Errors.CANCELLED, when = "the mapping was taken away before it was complete")
  int memoryMap(
      @Handle(type = "process", rights = Rights.CONTROL) int process,
      @Handle(type = "memory") int memory,
      long virtualAddress,
      long offsetBytes,
      long sizeBytes,
      int protection);

  /** Takes away the mapping that covers exactly this range. */
  @SystemCall(number = 35)
  @Fails(error = Errors.INVALID_ADDRESS, when = "the range is not page-aligned in user space")
  @Fails(error = Errors.NOT_MAPPED, when = "no mapping covers exactly this range")
  @Fails(error = Errors.WRONG_STATE, when = "it is the message page of a thread")
  int memoryUnmap(
      @Handle(type = "process", rights = Rights.CONTROL) int process,
      long virtualAddress,
      long sizeBytes);

  /** Changes the protection of the mapping that starts at an address. */
  @SystemCall(number = 36, idempotent = true)
  @Fails(
      error = Errors.MISSING_RIGHT,
      when = "the capability that the mapping was made with lacks a right")
  @Fails(error = Errors.INVALID_ARGUMENT, when = "the protection is not READ with others")
  @Fails(error = Errors.WRITABLE_AND_EXECUTABLE, when = "the protection has WRITE and EXECUTE")
  @Fails(error = Errors.INVALID_ADDRESS, when = "the address is not page-aligned in user space")
  @Fails(error = Errors.NOT_MAPPED, when = "no mapping starts there")
  @Fails(error = Errors.WRONG_STATE, when = "it is the message page of a thread, or not complete")
  int memoryProtect(
      @Handle(type = "process", rights = Rights.CONTROL) int process,
      long virtualAddress,
      int protection);

  /** Result: size in bytes. */
  @SystemCall(number = 37, idempotent = true)
  long memorySize(@Handle(type = "memory", rights = Rights.READ) int memory);

  /**
   * Makes a memory object that is a window of another one, and goes when that goes. Result: its
   * handle, derived from the other one's.
   */
  @SystemCall(number = 38)
  @Fails(error = Errors.INVALID_ARGUMENT, when = "the window is not page-aligned within the memory")
  @Fails(
      error = Errors.QUOTA_EXCEEDED,
      when = "the process that pays has no objects or capabilities left")
  @Fails(
      error = Errors.POOL_EMPTY,
      when = "the kernel has no object of this type, or no capability, left")
  @Fails(error = Errors.WRONG_STATE, when = "the process that pays is being destroyed")
  int memorySlice(@Handle(type = "memory") int memory, long offsetBytes, long sizeBytes);

  /**
   * Makes a window of a part of a device window. Result: its handle, derived from the other one's.
   */
  @SystemCall(number = 39)
  @Fails(error = Errors.INVALID_ARGUMENT, when = "the part is not within the window")
  @Fails(
      error = Errors.QUOTA_EXCEEDED,
      when = "the process that pays has no objects or capabilities left")
  @Fails(
      error = Errors.POOL_EMPTY,
      when = "the kernel has no object of this type, or no capability, left")
  @Fails(error = Errors.WRONG_STATE, when = "the process that pays is being destroyed")
  int deviceSlice(@Handle(type = "device") int device, long first, long count);

  /** Reads a register of 1, 2 or 4 bytes. Result: its value, zero-extended. */
  @SystemCall(number = 40)
  @Fails(error = Errors.NOT_SUPPORTED, when = "the window is of memory, see deviceMemory")
  @Fails(
      error = Errors.INVALID_ARGUMENT,
      when = "the register is not within the window, or the width is another")
  long deviceRead(
      @Handle(type = "device", rights = Rights.READ) int device, long offset, int widthBytes);

  /** Writes a register of 1, 2 or 4 bytes. */
  @SystemCall(number = 41)
  @Fails(error = Errors.NOT_SUPPORTED, when = "the window is of memory, see deviceMemory")
  @Fails(
      error = Errors.INVALID_ARGUMENT,
      when = "the register is not within the window, or the width is another")
  int deviceWrite(
      @Handle(type = "device", rights = Rights.WRITE) int device,
      long offset,
      int widthBytes,
      long value);

  /** Makes the object of an interrupt line. Result: its handle, derived from the root's. */
  @SystemCall(number = 42)
  @Fails(error = Errors.INVALID_ARGUMENT, when = "the machine has no such line")
  @Fails(
      error = Errors.QUOTA_EXCEEDED,
      when = "the process that pays has no objects or capabilities left")
  @Fails(
      error = Errors.POOL_EMPTY,
      when = "the kernel has no object of this type, or no capability, left")
  @Fails(
      error = Errors.WRONG_STATE,
      when =
          "the handle is not for the root of lines, the line has an object, or the caller is being destroyed")
  int interruptCreate(@Handle(type = "interrupt", rights = Rights.CONTROL) int root, int line);

  /** Lets a line interrupt and signal a notification, with the badge of its capability. */
  @SystemCall(number = 43)
  @Fails(error = Errors.WRONG_STATE, when = "the handle is for the root of lines")
  int interruptBind(
      @Handle(type = "interrupt", rights = Rights.CONTROL) int interrupt,
      @Handle(type = "notification", rights = Rights.SEND) int notification);

  /** Lets a line interrupt again. */
  @SystemCall(number = 44, idempotent = true)
  @Fails(error = Errors.WRONG_STATE, when = "the line is not bound")
  int interruptAcknowledge(@Handle(type = "interrupt", rights = Rights.CONTROL) int interrupt);

  /** Result: nanoseconds since boot. */
  @SystemCall(number = 45, idempotent = true)
  long clockNanos();

  /** Writes a SystemRecord to the message bytes. */
  @SystemCall(number = 46, idempotent = true)
  int systemInspect(@Handle(type = "system", rights = Rights.INSPECT) int system);

  /** Switches the machine off or resets it, see SystemAction. */
  @SystemCall(number = 47)
  @Fails(error = Errors.INVALID_ARGUMENT, when = "there is no such action")
  @Fails(error = Errors.NOT_SUPPORTED, when = "the machine did not do it")
  int systemPower(@Handle(type = "system", rights = Rights.CONTROL) int system, int action);

  /** Appends message bytes to the kernel log. Result: how many. */
  @SystemCall(number = 48)
  @Fails(error = Errors.INVALID_ARGUMENT, when = "the length is negative or above 1,024")
  int logAppend(@Handle(type = "system", rights = Rights.WRITE) int system, int lengthBytes);

  /**
   * Copies the kernel log from a position on to the message bytes: first the position of the first
   * byte copied, 64 bits, then the bytes. Result: how many; 0 at the end. Positions count from
   * boot; the log keeps the last 65,536 bytes, a position before those is moved up to them.
   */
  @SystemCall(number = 49, idempotent = true)
  @Fails(error = Errors.INVALID_ARGUMENT, when = "the position is negative or after the end")
  int logRead(@Handle(type = "system", rights = Rights.READ) int system, long position);

  /**
   * Copies the kernel's command line from an offset on to the message bytes. Result: how many; 0 at
   * the end.
   */
  @SystemCall(number = 50, idempotent = true)
  @Fails(error = Errors.INVALID_ARGUMENT, when = "the offset is negative or after the end")
  int commandLineRead(@Handle(type = "system", rights = Rights.READ) int system, int offsetBytes);

  /**
   * Makes a memory object of device registers, to be mapped uncached and never executable. Result:
   * its handle, derived from the window's.
   */
  @SystemCall(number = 51)
  @Fails(error = Errors.NOT_SUPPORTED, when = "the window is of I/O ports")
  @Fails(
      error = Errors.INVALID_ARGUMENT,
      when =
          "the part is not page-aligned within the window, or there is RAM or what the kernel keeps to itself")
  @Fails(
      error = Errors.QUOTA_EXCEEDED,
      when = "the process that pays has no objects or capabilities left")
  @Fails(
      error = Errors.POOL_EMPTY,
      when = "the kernel has no object of this type, or no capability, left")
  @Fails(error = Errors.WRONG_STATE, when = "the process that pays is being destroyed")
  int deviceMemory(@Handle(type = "device") int device, long offsetBytes, long sizeBytes);

  /**
   * Moves a thread to a CPU, on which it stays until the next call. A new thread is on the CPU of
   * the thread that made it. CPUs are numbered from 0 to one less than SystemRecord tells.
   */
  @SystemCall(number = 52, idempotent = true)
  @Fails(error = Errors.INVALID_ARGUMENT, when = "the machine has no such CPU")
  int threadSetAffinity(@Handle(type = "thread", rights = Rights.CONTROL) int thread, int cpu);
}
