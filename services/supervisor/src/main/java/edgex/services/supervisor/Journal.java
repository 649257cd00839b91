package edgex.services.supervisor;

/** Where the supervisor says what happens to its processes. */
interface Journal {
  /** Something that went wrong. */
  void warning(String text);
}
