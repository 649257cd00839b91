/**
 * Rewrites a model into one that computes the same in fewer and faster steps: constants are worked
 * out, chains of nodes become one node of the domain {@code edgex}, what nobody uses goes.
 */
package edgex.onnx.optimizer;
