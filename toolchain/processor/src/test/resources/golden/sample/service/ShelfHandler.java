// Generated from sample.service.Shelf. Change that, not this.
package sample.service;

import edgex.abi.ipc.Answer;
import edgex.abi.ipc.Message;
import edgex.abi.ipc.ServiceException;

/** What a server of {@link Shelf} implements; {@code client} is the badge of the caller. */
public interface ShelfHandler {
  /** {@link Shelf#put}. */
  void put(long client, String name, long serial, int memory, byte[] content) throws ServiceException;

  /** {@link Shelf#read}. */
  int read(long client, String name, int offsetBytes, byte[] buffer) throws ServiceException;

  /** {@link Shelf#describe}. */
  sample.service.Shelf.Description describe(long client, String name) throws ServiceException;

  /** {@link Shelf#count}. */
  int count(long client) throws ServiceException;

  /** {@link Shelf#serialSum}. */
  long serialSum(long client) throws ServiceException;

  /** {@link Shelf#lastName}. */
  String lastName(long client) throws ServiceException;

  /** {@link Shelf#lastContent}. */
  byte[] lastContent(long client) throws ServiceException;

  /** {@link Shelf#lastMemory}. */
  int lastMemory(long client) throws ServiceException;

  /** {@link Shelf#await}, now or later. */
  Answer await(long client, long reply, int bufferBytes, Message frame) throws ServiceException;
}
