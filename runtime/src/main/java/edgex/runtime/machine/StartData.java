package edgex.runtime.machine;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** What the native half of the runtime took over when the process started. */
@StaticInit
public final class StartData {
  private StartData() {}

  /** Address of the start block ({@code edgex.abi.StartBlock}); 0 in the root process. */
  @Import(name = "edgex_start_block")
  @Include("edgex.h")
  @Unmanaged
  public static native long startBlock();

  /** A word of {@code edgex.abi.RootStart}; 0 in all but the root process. */
  @Import(name = "edgex_root_word")
  @Include("edgex.h")
  @Unmanaged
  public static native long rootWord(int index);

  /** Address of the first thread's message page. */
  @Import(name = "edgex_message_page")
  @Include("edgex.h")
  @Unmanaged
  public static native long messagePage();

  /** The processor that this program was compiled for: the {@code EM_} number of its ELF file. */
  @Import(name = "edgex_elf_machine")
  @Include("edgex.h")
  @Unmanaged
  public static native int elfMachine();

  /**
   * Sets aside addresses of this process, page-aligned, with nothing mapped there.
   *
   * @return the first address, or a negative number if there are none left
   */
  @Import(name = "edgex_reserve")
  @Include("edgex.h")
  @Unmanaged
  public static native long reserveAddresses(long sizeBytes);

  /** Gives back a whole range of {@link #reserveAddresses}; nothing is mapped there any more. */
  @Import(name = "edgex_release")
  @Include("edgex.h")
  @Unmanaged
  public static native long releaseAddresses(long address, long sizeBytes);
}
