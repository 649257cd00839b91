package edgex.crypto.policy;

/** Where an algorithm stands in its life. */
public enum Status {
  /** May make and may read. */
  ALLOWED,
  /** May read what was made before (verify, open, decapsulate) so that it can be moved away. */
  READ_ONLY,
  /** May do nothing any more. */
  RETIRED
}
