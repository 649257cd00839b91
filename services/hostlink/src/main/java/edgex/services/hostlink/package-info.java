/** The line to the machine that runs this one under emulation: results of {@code edgex run}. */
package edgex.services.hostlink;
