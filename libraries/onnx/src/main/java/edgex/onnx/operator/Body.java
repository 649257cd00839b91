package edgex.onnx.operator;

import edgex.onnx.ModelFormatException;
import edgex.tensor.ElementType;

/**
 * A sub-graph that an operator runs: the branch of an If, the body of a Loop or Scan.
 *
 * <p>It reads values of the graphs around it by name; those are found when it is compiled.
 */
public interface Body {
  /** Number of inputs that the sub-graph declares. */
  int inputCount();

  /** Number of outputs that the sub-graph declares. */
  int outputCount();

  /**
   * Makes the sub-graph ready to run; to be called once, before a run.
   *
   * @param inputs element type of every input
   * @return element type of every output
   * @throws ModelFormatException if the sub-graph is not valid or not supported for these inputs
   */
  ElementType[] compile(ElementType... inputs) throws ModelFormatException;
}
