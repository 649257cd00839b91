/** Messages and notifications: clients, the server's event loop, and what they share. */
package edgex.runtime.ipc;
