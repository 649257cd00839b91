package edgex.services.tmpfs;

/** Where extents come from. */
interface ExtentSource {
  /**
   * An extent full of zero.
   *
   * @return null where there is no memory for it
   */
  Extent allocate(long capacityBytes);
}
