package edgex.runtime;

/** The process needs a capability that its manifest does not grant. */
public final class MissingCapabilityException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Names the capability. */
  public MissingCapabilityException(String name) {
    super("no capability '" + name + "': the component's manifest has to grant it");
  }
}
