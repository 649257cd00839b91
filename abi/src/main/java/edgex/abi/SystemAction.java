package edgex.abi;

/** What {@code systemPower} can do. */
public final class SystemAction {
  /** Switches the machine off. */
  public static final int POWER_OFF = 1;

  /** Resets the machine. */
  public static final int RESET = 2;

  private SystemAction() {}
}
