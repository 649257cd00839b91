package edgex.services.supervisor;

/** Into the kernel's log, where the root process's output goes; the log service shows it. */
final class PrintedJournal implements Journal {
  @Override
  public void warning(String text) {
    System.err.println("supervisor: " + text);
  }
}
