package edgex.abi;

/**
 * What a process finds at the address in its first argument register: read-only pages that its
 * creator filled. Little-endian 64-bit words at {@code index * 8}, then tables and texts.
 *
 * <pre>
 *  Block      = Word[WORD_COUNT], Capability[capabilityCount], texts
 *  Capability = handle u32, nameOffset u32                              (8 bytes each)
 *  text       = UTF-8 bytes, one zero byte
 * </pre>
 *
 * <p>Offsets count bytes from the start of the block. The arguments are texts that follow each
 * other without gaps, and so are the environment's {@code NAME=value} texts. The root process has
 * no such block: its argument is its message page, see {@link RootStart}, whose first word is 0.
 */
public final class StartBlock {
  /** "EDGEXSTR" read as a little-endian number. */
  public static final long MAGIC_VALUE = 0x5254535845474445L;

  /** The version that this file describes. */
  public static final int VERSION_VALUE = 1;

  /** Word: {@link #MAGIC_VALUE}. */
  public static final int MAGIC = 0;

  /** Word: {@link #VERSION_VALUE}. */
  public static final int VERSION = 1;

  /** Word: size of everything in bytes. */
  public static final int SIZE = 2;

  /** Word: handle of the process itself, with CONTROL, so that it can map memory; or 0. */
  public static final int PROCESS = 3;

  /** Word: handle of the process's first thread, or 0. */
  public static final int THREAD = 4;

  /** Word: address of the first thread's message page. */
  public static final int MESSAGE_PAGE = 5;

  /** Word: first address that the process may map memory at. */
  public static final int FREE_ADDRESS = 6;

  /** Word: the address after the last one that the process may map memory at. */
  public static final int FREE_END = 7;

  /** Word: most bytes that the Java heap may take; 0: as the program was compiled. */
  public static final int HEAP_LIMIT = 8;

  /** Word: number of arguments, without the program's name. */
  public static final int ARGUMENT_COUNT = 9;

  /** Word: offset of the first argument. */
  public static final int ARGUMENTS = 10;

  /** Word: number of environment texts. */
  public static final int ENVIRONMENT_COUNT = 11;

  /** Word: offset of the first environment text. */
  public static final int ENVIRONMENT = 12;

  /** Word: number of capabilities. */
  public static final int CAPABILITY_COUNT = 13;

  /** Word: offset of the first capability. */
  public static final int CAPABILITIES = 14;

  /** Word: offset of the process's name. */
  public static final int NAME = 15;

  /** How many words there are. */
  public static final int WORD_COUNT = 16;

  /** Size of one capability. */
  public static final int CAPABILITY_BYTES = 8;

  /** In a capability: the handle. */
  public static final int CAPABILITY_HANDLE_OFFSET = 0;

  /** In a capability: the offset of its name. */
  public static final int CAPABILITY_NAME_OFFSET = 4;

  /** The largest block. */
  public static final int MAXIMUM_BYTES = 64 * 1024;

  private StartBlock() {}
}
