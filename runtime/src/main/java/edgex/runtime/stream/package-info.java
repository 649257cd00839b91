/**
 * The one mechanism for bytes between processes: a ring in shared memory with a notification for
 * each side, see {@code edgex.abi.StreamRing}.
 */
package edgex.runtime.stream;
