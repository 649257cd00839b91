/** The terminal: between the serial line and whoever has the user's attention. */
package edgex.services.console;
