package edgex.abi.ipc;

/** When a request is answered. */
public enum Answer {
  /** The message holds the reply: send it. */
  NOW,
  /** The server keeps the reply's token and answers some other time: send nothing. */
  LATER
}
