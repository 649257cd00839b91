package edgex.onnx.operator.image;

import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Chooses boxes of one picture by their scores, best first, none of which overlap too much. */
final class BoxChoice {
  private final Tensor boxes;
  private final int first;
  private final boolean centred;
  private final double overlap;

  /** The boxes from number {@code first} on, of which each four elements are one. */
  BoxChoice(Tensor boxes, int first, boolean centred, double overlap) {
    this.boxes = boxes;
    this.first = first;
    this.centred = centred;
    this.overlap = overlap;
  }

  /** Numbers of the boxes chosen by the {@code count} scores from element {@code from} on. */
  List<Integer> choose(Tensor scores, int from, int count, double least, long most) {
    List<Integer> candidates = new ArrayList<>();
    for (int box = 0; box < count; box++) {
      if (scores.getDouble(from + box) > least) {
        candidates.add(box);
      }
    }
    candidates.sort(
        (a, b) -> Double.compare(scores.getDouble(from + b), scores.getDouble(from + a)));
    List<Integer> chosen = new ArrayList<>();
    for (int candidate : candidates) {
      if (chosen.size() >= most) {
        break;
      }
      boolean free = true;
      for (int other : chosen) {
        free &= intersectionOverUnion(candidate, other) <= overlap;
      }
      if (free) {
        chosen.add(candidate);
      }
    }
    return chosen;
  }

  private double intersectionOverUnion(int a, int b) {
    double common = 1;
    double areaA = 1;
    double areaB = 1;
    for (int axis = 0; axis < 2; axis++) {
      double begin = Math.max(begin(a, axis), begin(b, axis));
      double end = Math.min(end(a, axis), end(b, axis));
      common *= Math.max(0, end - begin);
      areaA *= end(a, axis) - begin(a, axis);
      areaB *= end(b, axis) - begin(b, axis);
    }
    double union = areaA + areaB - common;
    return union <= 0 ? 0 : common / union;
  }

  /** A corner, or the centre and an extent; corners may come in any order. */
  private double begin(int box, int axis) {
    double one = boxes.getDouble((first + box) * 4 + axis);
    double other = boxes.getDouble((first + box) * 4 + axis + 2);
    return centred ? one - other / 2 : Math.min(one, other);
  }

  private double end(int box, int axis) {
    double one = boxes.getDouble((first + box) * 4 + axis);
    double other = boxes.getDouble((first + box) * 4 + axis + 2);
    return centred ? one + other / 2 : Math.max(one, other);
  }
}
