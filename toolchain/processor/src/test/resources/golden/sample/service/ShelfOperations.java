// Generated from sample.service.Shelf. Change that, not this.
package sample.service;

/** Labels of the requests of {@link Shelf}. */
public final class ShelfOperations {
  /** The name of the service in the image manifest. */
  public static final String SERVICE = "shelf";

  /** Version of the service. */
  public static final int VERSION = 1;

  /** {@link Shelf#put}. */
  public static final int PUT = 1;

  /** {@link Shelf#read}. */
  public static final int READ = 2;

  /** {@link Shelf#describe}. */
  public static final int DESCRIBE = 3;

  /** {@link Shelf#count}. */
  public static final int COUNT = 4;

  /** {@link Shelf#serialSum}. */
  public static final int SERIAL_SUM = 5;

  /** {@link Shelf#lastName}. */
  public static final int LAST_NAME = 6;

  /** {@link Shelf#lastContent}. */
  public static final int LAST_CONTENT = 7;

  /** {@link Shelf#lastMemory}. */
  public static final int LAST_MEMORY = 8;

  /** {@link Shelf#await}. */
  public static final int AWAIT = 20;

  private ShelfOperations() {}
}
