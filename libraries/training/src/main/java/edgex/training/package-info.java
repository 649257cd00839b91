/**
 * Training of small networks on the device: gradients in reverse, optimizers, checkpoints that
 * survive a power loss, and export as ONNX.
 *
 * <p>Everything is deterministic: equal data, settings and seed give equal bits, also when training
 * is interrupted and goes on from a checkpoint.
 */
package edgex.training;
