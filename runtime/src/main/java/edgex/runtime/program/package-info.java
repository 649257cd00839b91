/** From a program file to a running process. */
package edgex.runtime.program;
