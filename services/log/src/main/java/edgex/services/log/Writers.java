package edgex.services.log;

/** The names of those who may write, by the badge of their capability. */
interface Writers {
  /** The component's name; a number where the badge is unknown. */
  String name(long badge);
}
