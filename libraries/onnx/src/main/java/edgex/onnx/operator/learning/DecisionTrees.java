package edgex.onnx.operator.learning;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * Decision trees as TreeEnsemble stores them: one array for each property of all nodes. A branch
 * leads to a node, or to a leaf where the array says so.
 */
final class DecisionTrees {
  private static final int MEMBER = 6;

  private final long[] roots;
  private final long[] features;
  private final long[] trueNodes;
  private final long[] trueLeaves;
  private final long[] falseNodes;
  private final long[] falseLeaves;
  private final Tensor modes;
  private final Tensor splits;
  private final Tensor members;
  private final long[] leafTargets;
  private final Tensor leafWeights;
  private final long[] missingTrue;

  /** For each node, where the values that its test of membership accepts begin. */
  private final int[] memberStarts;

  private final int featureCount;

  DecisionTrees(NodeContext context, int targets) throws ModelFormatException {
    this.roots = wholes(context, "tree_roots");
    this.features = wholes(context, "nodes_featureids");
    this.trueNodes = wholes(context, "nodes_truenodeids");
    this.trueLeaves = wholes(context, "nodes_trueleafs");
    this.falseNodes = wholes(context, "nodes_falsenodeids");
    this.falseLeaves = wholes(context, "nodes_falseleafs");
    this.leafTargets = wholes(context, "leaf_targetids");
    this.modes = constant(context, "nodes_modes");
    this.splits = constant(context, "nodes_splits");
    this.leafWeights = constant(context, "leaf_weights");
    this.members = context.constant("membership_values");
    this.missingTrue = context.wholes("nodes_missing_value_tracks_true");
    // Hit rates say how likely a branch is; nothing here depends on it.
    context.constant("nodes_hitrates");
    int nodes = features.length;
    boolean fits = splits.elementCount() == nodes && modes.elementCount() == nodes;
    for (long[] property : new long[][] {trueNodes, trueLeaves, falseNodes, falseLeaves}) {
      fits &= property.length == nodes;
    }
    fits &= leafWeights.elementCount() == leafTargets.length && splits.type() == type();
    fits &= missingTrue == null || missingTrue.length == nodes;
    context.require(fits && leafWeights.type() == type(), "the trees' arrays do not fit");
    this.memberStarts = memberStarts(context, nodes);
    int most = 0;
    for (int node = 0; node < nodes; node++) {
      context.require(
          features[node] >= 0 && features[node] < Integer.MAX_VALUE, "a feature is negative");
      most = Math.max(most, (int) features[node] + 1);
      require(context, trueNodes[node], trueLeaves[node]);
      require(context, falseNodes[node], falseLeaves[node]);
    }
    for (long root : roots) {
      require(context, root, 0);
    }
    for (long target : leafTargets) {
      context.require(target >= 0 && target < targets, "a leaf has the target " + target);
    }
    this.featureCount = most;
  }

  private static long[] wholes(NodeContext context, String name) throws ModelFormatException {
    long[] values = context.wholes(name);
    context.require(values != null, "attribute " + name + " is missing");
    return values;
  }

  private static Tensor constant(NodeContext context, String name) throws ModelFormatException {
    Tensor value = context.constant(name);
    context.require(value != null, "attribute " + name + " is missing");
    return value;
  }

  private void require(NodeContext context, long place, long isLeaf) throws ModelFormatException {
    int count = isLeaf != 0 ? leafTargets.length : features.length;
    context.require(place >= 0 && place < count, "a branch leads to " + place);
  }

  /** Sets of members follow each other in the order of the nodes, each ended by a NaN. */
  private int[] memberStarts(NodeContext context, int nodes) throws ModelFormatException {
    int[] starts = new int[nodes];
    int place = 0;
    for (int node = 0; node < nodes; node++) {
      long mode = modes.getLong(node);
      context.require(mode >= 0 && mode <= MEMBER, "a node has the mode " + mode);
      if (mode == MEMBER) {
        context.require(members != null, "attribute membership_values is missing");
        starts[node] = place;
        while (place < members.elementCount() && !Double.isNaN(members.getDouble(place))) {
          place++;
        }
        place++;
      }
    }
    return starts;
  }

  /** The type of features and results. */
  ElementType type() {
    return leafWeights.type();
  }

  int count() {
    return roots.length;
  }

  /** Number of features that an input must have. */
  int features() {
    return featureCount;
  }

  int target(int leaf) {
    return (int) leafTargets[leaf];
  }

  double weight(int leaf) {
    return leafWeights.getDouble(leaf);
  }

  /** The leaf to which the features from element {@code from} on lead. */
  int leaf(int tree, Tensor input, int from) {
    int node = (int) roots[tree];
    for (int steps = 0; steps <= features.length; steps++) {
      boolean holds = holds(node, input.getDouble(from + (int) features[node]));
      int next = (int) (holds ? trueNodes[node] : falseNodes[node]);
      if ((holds ? trueLeaves[node] : falseLeaves[node]) != 0) {
        return next;
      }
      node = next;
    }
    throw new TensorException("the branches of a tree lead in a circle");
  }

  /** Modes are those of the specification, in its order. */
  private boolean holds(int node, double feature) {
    if (Double.isNaN(feature)) {
      return missingTrue != null && missingTrue[node] != 0;
    }
    double split = splits.getDouble(node);
    return switch ((int) modes.getLong(node)) {
      case 0 -> feature <= split;
      case 1 -> feature < split;
      case 2 -> feature >= split;
      case 3 -> feature > split;
      case 4 -> feature == split;
      case 5 -> feature != split;
      default -> isMember(node, feature);
    };
  }

  private boolean isMember(int node, double feature) {
    for (int place = memberStarts[node]; place < members.elementCount(); place++) {
      double member = members.getDouble(place);
      if (Double.isNaN(member)) {
        return false;
      }
      if (member == feature) {
        return true;
      }
    }
    return false;
  }
}
