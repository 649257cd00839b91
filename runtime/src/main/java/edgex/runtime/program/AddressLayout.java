package edgex.runtime.program;

/**
 * Where things lie in a process that the loader made.
 *
 * <pre>
 *  0x0000_0000_0000  never mapped
 *  0x0000_0040_0000  program                                        PROGRAM_START .. PROGRAM_END
 *  0x0010_0000_0000  whatever the process maps                      FREE_START .. FREE_END
 *  0x7ffe_0000_0000  stack, growing down from its top, below it a page that is never mapped
 *  0x7fff_0000_0000  message page, start block
 * </pre>
 */
final class AddressLayout {
  static final long PROGRAM_START = 0x10000L;
  static final long PROGRAM_END = 0x4000_0000L;
  static final long FREE_START = 0x10_0000_0000L;
  static final long FREE_END = 0x7f00_0000_0000L;
  static final long STACK_TOP = 0x7ffe_0000_0000L;
  static final long MESSAGE_PAGE = 0x7fff_0000_0000L;
  static final long START_BLOCK = 0x7fff_0001_0000L;

  private AddressLayout() {}
}
