package edgex.services.supervisor;

import edgex.abi.ProcessRecord;

/**
 * What the kernel charges to a process, and how much it may charge. The limits of a child are
 * charged to its parent for as long as the child lives, used or not.
 *
 * @param pages charged
 * @param pagesLimit most pages
 * @param capabilities charged
 * @param capabilitiesLimit most capabilities
 */
record QuotaUse(long pages, long pagesLimit, long capabilities, long capabilitiesLimit) {
  /** Takes the words from the {@code ProcessRecord} that the last system call wrote. */
  static QuotaUse fromRecord() {
    return new QuotaUse(
        KernelRecord.word(ProcessRecord.PAGES_USED),
        KernelRecord.word(ProcessRecord.PAGES_LIMIT),
        KernelRecord.word(ProcessRecord.CAPABILITIES_USED),
        KernelRecord.word(ProcessRecord.CAPABILITIES_LIMIT));
  }

  /** What is left when the limits of a child are taken out: the use of the process itself. */
  QuotaUse without(QuotaUse child) {
    return new QuotaUse(
        pages - child.pagesLimit,
        pagesLimit,
        capabilities - child.capabilitiesLimit,
        capabilitiesLimit);
  }
}
