/** Files in memory, with a quota, gone with the session. */
package edgex.services.tmpfs;
