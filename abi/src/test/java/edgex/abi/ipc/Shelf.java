package edgex.abi.ipc;

import edgex.abi.declare.Bytes;
import edgex.abi.declare.Capability;
import edgex.abi.declare.Deferred;
import edgex.abi.declare.In;
import edgex.abi.declare.Operation;
import edgex.abi.declare.Out;
import edgex.abi.declare.Raises;
import edgex.abi.declare.Service;
import edgex.abi.declare.Text;

/** A service with one operation of every shape that can be declared. */
@Service(name = "shelf", version = 1, errors = ShelfErrors.class)
public interface Shelf {
  /** What {@link #describe} says of an item. */
  record Description(
      int sizeBytes, long serial, @Text(maximumBytes = 64) String label, @Capability int memory) {}

  /** Puts an item on the shelf. */
  @Operation(number = 1)
  @Raises(code = ShelfErrors.ALREADY_THERE, when = "the name is taken")
  void put(
      @Text(maximumBytes = 64) String name,
      long serial,
      @Capability int memory,
      @In(maximumBytes = 256) byte[] content)
      throws ServiceException;

  /** Reads an item's content from an offset. */
  @Operation(number = 2, idempotent = true)
  @Raises(code = ShelfErrors.NO_SUCH_ITEM, when = "nothing has the name")
  int read(
      @Text(maximumBytes = 64) String name, int offsetBytes, @Out(maximumBytes = 512) byte[] buffer)
      throws ServiceException;

  /** Describes an item. */
  @Operation(number = 3, idempotent = true)
  @Raises(code = ShelfErrors.NO_SUCH_ITEM, when = "nothing has the name")
  Description describe(@Text(maximumBytes = 64) String name) throws ServiceException;

  /** How many items there are. */
  @Operation(number = 4, idempotent = true)
  int count() throws ServiceException;

  /** The sum of all serial numbers. */
  @Operation(number = 5, idempotent = true)
  long serialSum() throws ServiceException;

  /** The name of the last item, of any number of bytes up to a full message. */
  @Operation(number = 6, idempotent = true)
  @Text(maximumBytes = 1024)
  String lastName() throws ServiceException;

  /** The content of the last item. */
  @Operation(number = 7, idempotent = true)
  @Bytes(maximumBytes = 300)
  byte[] lastContent() throws ServiceException;

  /** The memory of the last item. */
  @Operation(number = 8)
  @Capability
  int lastMemory() throws ServiceException;

  /** Waits for the next item and reads it. */
  @Operation(number = 20)
  @Deferred
  int await(@Out(maximumBytes = 128) byte[] buffer) throws ServiceException;
}
