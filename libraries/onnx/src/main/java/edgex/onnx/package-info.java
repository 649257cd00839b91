/**
 * ONNX models: read from their file format, checked, and executed.
 *
 * <ul>
 *   <li>{@code wire}: the protocol-buffer encoding, field by field
 *   <li>{@code model}: what a file says, as plain objects
 *   <li>{@code operator}: the operators, and the table of those that are supported
 *   <li>{@code session}: a model made ready to run, and its execution
 * </ul>
 *
 * A file is untrusted: whatever its bytes, reading ends in a model or in a {@link
 * edgex.onnx.ModelFormatException}, and running in results or in an {@link
 * edgex.onnx.InferenceException}.
 */
package edgex.onnx;
