package edgex.tests.kernel;

/**
 * A system call as a function of one of its handles, with all other arguments valid.
 *
 * @param name of the call and of the handle
 * @param type that the handle's object must have, one of {@code ObjectType}; 0: any
 * @param right that the call needs; 0: none
 * @param good makes a handle with which the call would succeed
 * @param call makes the call
 */
record HandleCall(String name, int type, int right, Maker good, Call call) {
  /** Makes a handle. */
  interface Maker {
    /** Makes it in a scope. */
    int make(Scope scope);
  }

  /** The call with a handle. */
  interface Call {
    /** Makes the call; gives the status. */
    long with(Scope scope, int handle);
  }
}
