package edgex.onnx.session;

import java.util.List;

/**
 * What a run with inputs of given shapes does, and its memory.
 *
 * @param lines one for each node that the main graph runs, in order
 * @param isExact whether every shape follows from those of the inputs; if not, memory is not known
 * @param constantBytes constants and packed weights, which exist as long as the session
 * @param arenaBytes the arena, in which nearly all values lie
 * @param runBytes the most bytes of values at one time: the arena, results, scratch memory
 */
public record Explanation(
    List<Line> lines, boolean isExact, long constantBytes, long arenaBytes, long runBytes) {
  /** Place of a value that does not lie in the arena. */
  public static final long NO_PLACE = -1;

  /**
   * A node.
   *
   * @param node its name or its first output
   * @param operator its operator, of domain {@code edgex} if it stands for several
   * @param shapes types and shapes of its outputs; {@code ?} for one that is not known
   * @param operations arithmetic operations, about; 0 if a shape is not known
   * @param bytes of its outputs and its own weights
   * @param kernel what does the work
   * @param arenaOffset first byte of its first output in the arena's part for its type, or {@link
   *     #NO_PLACE}
   */
  public record Line(
      String node,
      String operator,
      String shapes,
      long operations,
      long bytes,
      String kernel,
      long arenaOffset) {}
}
