// Generated from sample.service.Shelf. Change that, not this.
package sample.service;

import edgex.abi.ipc.Message;
import edgex.abi.ipc.ServiceErrors;
import edgex.abi.ipc.ServiceException;
import edgex.abi.ipc.Wire;

/** Makes a message the reply to an operation of {@link Shelf}. */
public final class ShelfReplies {
  private ShelfReplies() {}

  /** Answers {@link Shelf#put}. */
  public static void put(Message frame) {
    frame.begin(ServiceErrors.NONE);
  }

  /** Answers {@link Shelf#read}. */
  public static void read(Message frame, byte[] buffer, int filledBytes) throws ServiceException {
    frame.begin(ServiceErrors.NONE);
    Wire.putPart(frame, buffer, filledBytes, 512);
  }

  /** Answers {@link Shelf#describe}. */
  public static void describe(Message frame, sample.service.Shelf.Description result) throws ServiceException {
    frame.begin(ServiceErrors.NONE);
    frame.putWord(result.sizeBytes());
    frame.putWord(result.serial());
    Wire.putText(frame, result.label(), 64);
    frame.putCapability(result.memory());
  }

  /** Answers {@link Shelf#count}. */
  public static void count(Message frame, int result) {
    frame.begin(ServiceErrors.NONE);
    frame.putWord(result);
  }

  /** Answers {@link Shelf#serialSum}. */
  public static void serialSum(Message frame, long result) {
    frame.begin(ServiceErrors.NONE);
    frame.putWord(result);
  }

  /** Answers {@link Shelf#lastName}. */
  public static void lastName(Message frame, String result) throws ServiceException {
    frame.begin(ServiceErrors.NONE);
    Wire.putText(frame, result, 1024);
  }

  /** Answers {@link Shelf#lastContent}. */
  public static void lastContent(Message frame, byte[] result) throws ServiceException {
    frame.begin(ServiceErrors.NONE);
    Wire.putBytes(frame, result, 300);
  }

  /** Answers {@link Shelf#lastMemory}. */
  public static void lastMemory(Message frame, int result) {
    frame.begin(ServiceErrors.NONE);
    frame.putCapability(result);
  }

  /** Answers {@link Shelf#await}. */
  public static void await(Message frame, byte[] buffer, int filledBytes) throws ServiceException {
    frame.begin(ServiceErrors.NONE);
    Wire.putPart(frame, buffer, filledBytes, 128);
  }

  /** Answers any operation with an error. */
  public static void failure(Message frame, ServiceException failure) {
    Wire.refuse(frame, failure);
  }
}
