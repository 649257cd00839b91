package edgex.abi;

import edgex.abi.declare.SystemCall;
import edgex.abi.declare.SystemCallInterface;

/** Draft. */
@SystemCallInterface(
    version = 1,
    errors = Errors.class,
    rights = Rights.class,
    unknownCall = Errors.UNKNOWN_CALL,
    firstNumber = 8)
public interface SystemCallTable {
  /** Draft. */
  @SystemCall(number = 8)
  int nullCall();

  /** Draft. */
  @SystemCall(number = 9)
  int capabilityDerive(int handle, int rights, long badge);

  /** Draft. */
  @SystemCall(number = 10)
  int capabilityGrant(int process, int handle, int rights, long badge);

  /** Draft. */
  @SystemCall(number = 11)
  int capabilityDelete(int handle);

  /** Draft. */
  @SystemCall(number = 12)
  int capabilityRevoke(int handle);

  /** Draft. */
  @SystemCall(number = 13)
  long capabilityInspect(int handle);

  /** Draft. */
  @SystemCall(number = 14)
  int capabilityDestroy(int handle);

  /** Draft. */
  @SystemCall(number = 15)
  int capabilityListProcess(int process, int afterIndex);

  /** Draft. */
  @SystemCall(number = 16)
  int endpointCreate();

  /** Draft. */
  @SystemCall(number = 17)
  int notificationCreate();

  /** Draft. */
  @SystemCall(number = 18)
  int replyCreate();

  /** Draft. */
  @SystemCall(number = 19)
  int memoryCreate(long sizeBytes);

  /** Draft. */
  @SystemCall(number = 20)
  int processCreate(
      int parent,
      int pagesLimit,
      int capabilitiesLimit,
      int objectsLimit,
      int maximumPriority,
      int faultEndpoint);

  /** Draft. */
  @SystemCall(number = 21)
  int processInspect(int process);

  /** Draft. */
  @SystemCall(number = 22)
  int processExit(int status);

  /** Draft. */
  @SystemCall(number = 23)
  int threadCreate(int process, int priority, long messagePageAddress);

  /** Draft. */
  @SystemCall(number = 24)
  int threadStart(int thread, long entry, long stackPointer, long argument, long threadPointer);

  /** Draft. */
  @SystemCall(number = 25)
  int threadSuspend(int thread);

  /** Draft. */
  @SystemCall(number = 26)
  int threadResume(int thread);

  /** Draft. */
  @SystemCall(number = 27)
  int threadSetPriority(int thread, int priority);

  /** Draft. */
  @SystemCall(number = 28)
  int threadBind(int thread, int notification);

  /** Draft. */
  @SystemCall(number = 29)
  int threadInspect(int thread);

  /** Draft. */
  @SystemCall(number = 30)
  int threadYield();

  /** Draft. */
  @SystemCall(number = 31)
  int threadExit();

  /** Draft. */
  @SystemCall(number = 32)
  int threadSetPointer(long threadPointer);

  /** Draft. */
  @SystemCall(number = 33)
  int threadSleep(long nanos);

  /** Draft. */
  @SystemCall(number = 34)
  int memoryMap(
      int process,
      int memory,
      long virtualAddress,
      long offsetBytes,
      long sizeBytes,
      int protection);

  /** Draft. */
  @SystemCall(number = 35)
  int memoryUnmap(int process, long virtualAddress, long sizeBytes);

  /** Draft. */
  @SystemCall(number = 36)
  int memoryProtect(int process, long virtualAddress, int protection);

  /** Draft. */
  @SystemCall(number = 37)
  long memorySize(int memory);

  /** Draft. */
  @SystemCall(number = 38)
  int memorySlice(int memory, long offsetBytes, long sizeBytes);

  /** Draft. */
  @SystemCall(number = 39)
  int deviceSlice(int device, long first, long count);

  /** Draft. */
  @SystemCall(number = 40)
  long deviceRead(int device, long offset, int widthBytes);

  /** Draft. */
  @SystemCall(number = 41)
  int deviceWrite(int device, long offset, int widthBytes, long value);

  /** Draft. */
  @SystemCall(number = 42)
  int interruptCreate(int interruptRoot, int line);

  /** Draft. */
  @SystemCall(number = 43)
  int interruptBind(int interrupt, int notification);

  /** Draft. */
  @SystemCall(number = 44)
  int interruptAcknowledge(int interrupt);

  /** Draft. */
  @SystemCall(number = 45)
  long clockNanos();

  /** Draft. */
  @SystemCall(number = 46)
  int systemInspect(int system);

  /** Draft. */
  @SystemCall(number = 47)
  int systemPower(int system, int action);

  /** Draft. */
  @SystemCall(number = 48)
  int logAppend(int system, int lengthBytes);

  /** Draft. */
  @SystemCall(number = 49)
  int logRead(int system, long position);

  /** Draft. */
  @SystemCall(number = 50)
  int commandLineRead(int system, int offsetBytes);
}
