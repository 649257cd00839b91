/** The system's commands, all in one program: its first argument is the command's name. */
package edgex.apps.tools;
