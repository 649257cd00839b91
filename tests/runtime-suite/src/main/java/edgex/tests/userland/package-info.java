/** The suite of the user runtime: real threads and processes under the real kernel. */
package edgex.tests.userland;
