package edgex.services.supervisor;

/** Where the supervisor says what happens to its processes. */
interface Journal {
  /** Something of which an operator wants to know. */
  void information(String text);

  /** Something that went wrong. */
  void warning(String text);
}
