package edgex.runtime.program;

/**
 * Where things lie in a process that the loader made.
 *
 * <pre>
 *  0x00_0000_0000  never mapped
 *  0x00_0040_0000  program                                        PROGRAM_START .. PROGRAM_END
 *  0x10_0000_0000  whatever the process maps                      FREE_START .. FREE_END
 *  0x3f_e000_0000  stack, growing down from its top, below it a page that is never mapped
 *  0x3f_f000_0000  message page, start block
 * </pre>
 *
 * <p>All of it lies in the first 256 GiB: RISC-V's smallest user space (Sv39) has no more.
 */
final class AddressLayout {
  static final long PROGRAM_START = 0x10000L;
  static final long PROGRAM_END = 0x4000_0000L;
  static final long FREE_START = 0x10_0000_0000L;
  static final long FREE_END = 0x3f_0000_0000L;
  static final long STACK_TOP = 0x3f_e000_0000L;
  static final long MESSAGE_PAGE = 0x3f_f000_0000L;
  static final long START_BLOCK = 0x3f_f001_0000L;

  private AddressLayout() {}
}
