package edgex.services.log;

/** Where the time of a record comes from. */
interface Clock {
  /** Nanoseconds since boot. */
  long nowNanos();
}
