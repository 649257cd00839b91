package edgex.bench.kernel;

import java.util.Map;

/**
 * Where interrupts are switched off and on again in the kernel for x86_64 ({@code trap.S}).
 *
 * @param textStart first address of the kernel's text
 * @param textEnd the address after it
 * @param systemCall where SYSCALL leads
 * @param stubsStart first of the stubs to which exceptions and interrupts lead
 * @param stubsEnd the address after them
 * @param idle where the kernel waits with interrupts on
 * @param poll what asks in long operations whether an interrupt waits
 */
record KernelEntries(
    long textStart,
    long textEnd,
    long systemCall,
    long stubsStart,
    long stubsEnd,
    long idle,
    long poll) {

  /**
   * Finds them among the kernel's symbols.
   *
   * @throws IllegalArgumentException if one is missing
   */
  static KernelEntries of(Map<String, Long> symbols) {
    return new KernelEntries(
        require(symbols, "image_start"),
        require(symbols, "text_end"),
        require(symbols, "system_call_entry"),
        require(symbols, "interrupt_stubs"),
        require(symbols, "trap_entry"),
        require(symbols, "idle_wait"),
        require(symbols, "meth_eka_LocalApic_interruptPending"));
  }

  private static long require(Map<String, Long> symbols, String name) {
    Long address = symbols.get(name);
    if (address == null) {
      throw new IllegalArgumentException("the kernel has no symbol " + name);
    }
    return address;
  }

  /** Whether an address lies in the stubs. */
  boolean isStub(long address) {
    return address >= stubsStart && address < stubsEnd;
  }
}
