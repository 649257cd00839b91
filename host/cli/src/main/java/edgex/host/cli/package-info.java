/** The {@code ./edgex} command: reads the options and hands over to the builder and the machine. */
package edgex.host.cli;
