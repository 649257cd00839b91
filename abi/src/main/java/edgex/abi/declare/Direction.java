package edgex.abi.declare;

/** Which way the bytes of a lent buffer go, seen from the side that is called. */
public enum Direction {
  /** The callee reads the caller's bytes. */
  IN,
  /** The callee writes into the caller's bytes. */
  OUT
}
