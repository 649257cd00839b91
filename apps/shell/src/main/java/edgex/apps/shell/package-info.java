/** The command line: reading a line, parsing it, running its pipelines as processes. */
package edgex.apps.shell;
