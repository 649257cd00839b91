package edgex.onnx.session;

import edgex.onnx.model.ValueInfo;
import edgex.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * A graph in the form in which it runs: steps in order over numbered slots. Immutable once made.
 */
final class Program {
  final List<Step> steps;
  final int slotCount;

  /** Constants by slot, among them the defaults of inputs. */
  final Map<Integer, Tensor> constants;

  final int[] constantSlots;

  /** Every input by name, and the slot it fills. */
  final Map<String, ValueInfo> declaredInputs;

  final Map<String, Integer> inputSlots;
  final List<ValueInfo> requiredInputs;
  final List<ValueInfo> outputs;
  final int[] outputSlots;

  Program(
      List<Step> steps,
      int slotCount,
      Map<Integer, Tensor> constants,
      Map<String, ValueInfo> declaredInputs,
      Map<String, Integer> inputSlots,
      List<ValueInfo> requiredInputs,
      List<ValueInfo> outputs,
      int[] outputSlots) {
    this.steps = steps;
    this.slotCount = slotCount;
    this.constants = constants;
    this.declaredInputs = declaredInputs;
    this.inputSlots = inputSlots;
    this.requiredInputs = requiredInputs;
    this.outputs = outputs;
    this.outputSlots = outputSlots;
    this.constantSlots = new int[constants.size()];
    int count = 0;
    for (int slot : constants.keySet()) {
      constantSlots[count++] = slot;
    }
  }
}
