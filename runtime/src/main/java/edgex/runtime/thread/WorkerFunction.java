package edgex.runtime.thread;

import org.teavm.interop.Function;

/**
 * What a worker runs: a static unmanaged method, made into one of these with {@code
 * Function.get(WorkerFunction.class, Owner.class, "method")}. It may use memory by address, {@code
 * edgex.runtime.sync} and system calls, but no object, no allocation, no exception.
 */
public abstract class WorkerFunction extends Function {
  /** The work; the thread ends when it returns. */
  public abstract void run(long argument);
}
