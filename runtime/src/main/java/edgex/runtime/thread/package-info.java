/** Native threads: parallel work inside one process. */
package edgex.runtime.thread;
