/** Models made ready to run, and their execution. */
package edgex.onnx.session;
