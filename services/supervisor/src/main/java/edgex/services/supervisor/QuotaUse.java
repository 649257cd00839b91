package edgex.services.supervisor;

import edgex.abi.ProcessRecord;
import edgex.manifest.Limits;

/**
 * What the kernel charges to a process, and how much it may charge. The limits of a child are
 * charged to its parent for as long as the child lives, used or not.
 *
 * @param pages charged
 * @param pagesLimit most pages
 * @param capabilities charged
 * @param capabilitiesLimit most capabilities
 * @param objects charged
 * @param objectsLimit most objects
 */
record QuotaUse(
    long pages,
    long pagesLimit,
    long capabilities,
    long capabilitiesLimit,
    long objects,
    long objectsLimit) {
  static final long PAGE_BYTES = 4096;

  private static final long KIBIBYTE = 1024;

  /** Takes the words from the {@code ProcessRecord} that the last system call wrote. */
  static QuotaUse fromRecord() {
    return new QuotaUse(
        KernelRecord.word(ProcessRecord.PAGES_USED),
        KernelRecord.word(ProcessRecord.PAGES_LIMIT),
        KernelRecord.word(ProcessRecord.CAPABILITIES_USED),
        KernelRecord.word(ProcessRecord.CAPABILITIES_LIMIT),
        KernelRecord.word(ProcessRecord.OBJECTS_USED),
        KernelRecord.word(ProcessRecord.OBJECTS_LIMIT));
  }

  /** What is left when the limits of a child are taken out: the use of the process itself. */
  QuotaUse without(QuotaUse child) {
    return new QuotaUse(
        pages - child.pagesLimit,
        pagesLimit,
        capabilities - child.capabilitiesLimit,
        capabilitiesLimit,
        objects - child.objectsLimit,
        objectsLimit);
  }

  /**
   * Why a child with these limits does not fit into what is left, and what to do; null: it does.
   */
  String shortage(Limits child) {
    long leftBytes = (pagesLimit - pages) * PAGE_BYTES;
    if (child.memoryBytes() > leftBytes) {
      return "it may use "
          + child.memoryBytes() / KIBIBYTE
          + " KiB of memory, and "
          + leftBytes / KIBIBYTE
          + " KiB are left: give the machine more, or its components less";
    }
    if (child.capabilities() > capabilitiesLimit - capabilities) {
      return isTooFew(
          "hold", child.capabilities(), capabilitiesLimit - capabilities, "capabilities");
    }
    if (child.objects() > objectsLimit - objects) {
      return isTooFew("make", child.objects(), objectsLimit - objects, "objects");
    }
    return null;
  }

  private static String isTooFew(String verb, long wanted, long left, String what) {
    return "it may "
        + verb
        + " "
        + wanted
        + " "
        + what
        + ", and "
        + left
        + " are left: give the components less";
  }
}
