/**
 * Locks, semaphores, conditions and queues in memory that threads or processes share. Uncontended
 * they make no system call; whoever has to wait waits for a notification. The static methods are
 * unmanaged: native workers call them too.
 */
package edgex.runtime.sync;
