package edgex.bench.peers;

import java.io.IOException;

/** Why a peer could not be measured, and what to do about it. Such a peer is left out. */
public final class PeerException extends IOException {
  private static final long serialVersionUID = 1;

  PeerException(String message) {
    super(message);
  }

  PeerException(String message, Throwable cause) {
    super(message, cause);
  }
}
