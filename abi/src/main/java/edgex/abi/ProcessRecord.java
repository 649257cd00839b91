package edgex.abi;

/** What {@code processInspect} writes to the message bytes: 64-bit words, in this order. */
public final class ProcessRecord {
  /** Number of the process, unique among the living ones. */
  public static final int NUMBER = 0;

  /** Number of the process whose quota it lives on; -1: the root process. */
  public static final int PARENT = 1;

  /** {@link #RUNNING} or {@link #EXITED}. */
  public static final int STATE = 2;

  /** Most pages that it may use. */
  public static final int PAGES_LIMIT = 3;

  /** Pages in use: memory, message pages, page tables, limits of children. */
  public static final int PAGES_USED = 4;

  /** Most capabilities that it may hold. */
  public static final int CAPABILITIES_LIMIT = 5;

  /** Capabilities held, and limits of children. */
  public static final int CAPABILITIES_USED = 6;

  /** Most objects that may be charged to it. */
  public static final int OBJECTS_LIMIT = 7;

  /** Objects and mappings charged to it, and limits of children. */
  public static final int OBJECTS_USED = 8;

  /** Threads that it has. */
  public static final int THREADS = 9;

  /** Highest priority that its threads may have. */
  public static final int MAXIMUM_PRIORITY = 10;

  /** Priority that its newest thread runs at; -1: it has no thread. */
  public static final int PRIORITY = 11;

  /** Processor time that its threads have used. */
  public static final int CPU_NANOS = 12;

  /** Status that it exited with; 0 while it runs. */
  public static final int EXIT_STATUS = 13;

  /** How many words there are. */
  public static final int WORD_COUNT = 14;

  /** In {@link #STATE}: not exited. */
  public static final int RUNNING = 0;

  /** In {@link #STATE}: it called {@code processExit}. */
  public static final int EXITED = 1;

  private ProcessRecord() {}
}
