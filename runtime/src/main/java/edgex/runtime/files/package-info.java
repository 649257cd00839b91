/** {@code java.io.File} and its streams over the Files services that the process was granted. */
package edgex.runtime.files;
