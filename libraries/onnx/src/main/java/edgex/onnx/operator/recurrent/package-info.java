/** Recurrent layers: RNN, GRU, LSTM. */
package edgex.onnx.operator.recurrent;
