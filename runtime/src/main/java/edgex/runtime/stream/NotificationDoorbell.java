package edgex.runtime.stream;

import edgex.runtime.ipc.Notification;

/** A doorbell of two notifications: one to signal, one to wait for. */
public final class NotificationDoorbell implements Doorbell {
  private static final long FOR_EVER = -1;

  private final int peer;
  private final Notification own;

  /**
   * A doorbell over two capabilities.
   *
   * @param wakePeer a handle with SEND
   * @param wakeMe a handle with RECEIVE; several doorbells may share the notification, each peer
   *     with a bit of its own
   */
  public NotificationDoorbell(int wakePeer, int wakeMe) {
    this.peer = wakePeer;
    this.own = new Notification(wakeMe);
  }

  @Override
  public void wakePeer() {
    Notification.signal(peer);
  }

  @Override
  public void await() {
    own.await(FOR_EVER);
  }
}
