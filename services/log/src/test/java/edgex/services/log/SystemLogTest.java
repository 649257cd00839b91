package edgex.services.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.Log;
import edgex.abi.service.LogErrors;
import edgex.abi.service.LogRecord;
import org.junit.jupiter.api.Test;

class SystemLogTest {
  private static final int RECORDS = 8;

  private long timeNanos = 100;
  private final FakeKernelLog kernelLog = new FakeKernelLog();
  private final SystemLog log =
      new SystemLog(
          new LogBuffer(RECORDS),
          () -> timeNanos++,
          badge -> "writer" + badge,
          new KernelLines(kernelLog));

  @Test
  void recordsKeepOrderTimeLevelAndWriter() throws ServiceException {
    log.append(3, Log.ERROR, "first");
    log.append(4, Log.DEBUG, "second");
    assertEquals(new LogRecord(0, 100, Log.ERROR, "writer3", "first"), log.read(0, 0));
    assertEquals(new LogRecord(1, 101, Log.DEBUG, "writer4", "second"), log.read(0, 1));
    assertFails(LogErrors.END, 2);
  }

  @Test
  void theOldestGoWhenTheLogIsFull() throws ServiceException {
    for (int i = 0; i < RECORDS + 3; i++) {
      log.append(0, Log.INFORMATION, "record " + i);
    }
    assertEquals(3, log.read(0, 0).sequence());
    assertEquals("record 3", log.read(0, -5).text());
    assertEquals("record 10", log.read(0, RECORDS + 2).text());
    assertFails(LogErrors.END, RECORDS + 3);
  }

  @Test
  void unknownLevelsAreRefused() {
    for (int level : new int[] {0, 5, -1}) {
      ServiceException failure =
          assertThrows(ServiceException.class, () -> log.append(0, level, "text"));
      assertEquals(LogErrors.INVALID_LEVEL, failure.code());
    }
  }

  @Test
  void theKernelsLinesComeBeforeWhatIsSaidLater() throws ServiceException {
    kernelLog.append("memory 256 MiB\n\nincompl");
    log.append(1, Log.ERROR, "late");
    kernelLog.append("ete\n");
    assertEquals(
        new LogRecord(0, 100, Log.INFORMATION, "kernel", "memory 256 MiB"), log.read(0, 0));
    assertEquals("late", log.read(0, 1).text());
    assertEquals("incomplete", log.read(0, 2).text());
    assertFails(LogErrors.END, 3);
  }

  @Test
  void aLineThatNamesItsWriterIsThatWriters() throws ServiceException {
    kernelLog.append("supervisor: shell: started\nno name: here\n: nor here\n");
    assertEquals(
        new LogRecord(0, 100, Log.INFORMATION, "supervisor", "shell: started"), log.read(0, 0));
    assertEquals(new LogRecord(1, 101, Log.INFORMATION, "kernel", "no name: here"), log.read(0, 1));
    assertEquals(new LogRecord(2, 102, Log.INFORMATION, "kernel", ": nor here"), log.read(0, 2));
  }

  @Test
  void aLongLineOfTheKernelBecomesSeveralRecords() throws ServiceException {
    kernelLog.append("x".repeat(Log.MAXIMUM_TEXT_BYTES) + "yz\n");
    assertEquals("x".repeat(Log.MAXIMUM_TEXT_BYTES), log.read(0, 0).text());
    assertEquals("yz", log.read(0, 1).text());
  }

  @Test
  void aLineWhoseMiddleTheKernelDroppedIsLeftOut() throws ServiceException {
    kernelLog.append("begin");
    assertFails(LogErrors.END, 0);
    kernelLog.append("-lost-end\nnext\n");
    kernelLog.dropBefore("begin-lost-".length());
    assertEquals("end", log.read(0, 0).text());
    assertEquals("next", log.read(0, 1).text());
  }

  private void assertFails(int code, long sequence) {
    assertEquals(code, assertThrows(ServiceException.class, () -> log.read(0, sequence)).code());
  }
}
