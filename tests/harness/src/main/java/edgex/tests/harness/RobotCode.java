package edgex.tests.harness;

import edgex.runtime.MappedMemory;
import edgex.runtime.machine.RawMemory;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** The robots' code, where it lies in this program. */
@StaticInit
public final class RobotCode {
  private RobotCode() {}

  /**
   * Copies code of this program into memory of its own, to be mapped into processes under test.
   *
   * @return the memory's handle
   */
  public static int copy(long address, long sizeBytes) {
    MappedMemory memory = MappedMemory.create(Pages.round(sizeBytes));
    RawMemory.copy(address, memory.address(), (int) sizeBytes);
    memory.unmap();
    return memory.handle();
  }

  /** As {@link #copy}, of the robots' code. */
  static int copyRobots() {
    return copy(codeAddress(), codeSize());
  }

  /** Where a routine starts, from the start of the code. */
  static long routineOffset(int routine) {
    return offset(routine);
  }

  @Import(name = "edgex_robot_routine_offset")
  @Include("robot.h")
  @Unmanaged
  private static native long offset(int index);

  @Import(name = "edgex_robot_code_address")
  @Include("robot.h")
  @Unmanaged
  private static native long codeAddress();

  @Import(name = "edgex_robot_code_size")
  @Include("robot.h")
  @Unmanaged
  private static native long codeSize();
}
