package edgex.onnx.session;

import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/**
 * A run without elements: operators check shapes and ask for memory as ever, and stop where they
 * would touch an element. It tells the shape of every value and the memory of a run, before there
 * is one.
 *
 * <p>Small values that follow from shapes and constants alone are computed, since shapes may follow
 * from them in turn. What follows from elements that are not known is not known either.
 */
final class Rehearsal extends Execution {
  /** Values of more elements are never computed. */
  private static final int MOST_COMPUTED_ELEMENTS = 1024;

  private static final Tensor.Elements UNKNOWN =
      () -> {
        throw new UnknownElementsException();
      };

  private final Workspace workspace;
  private final RunBudget budget;
  private final Observer observer;
  private boolean isComplete = true;
  private boolean computes;

  /** Is told of each step of the main graph when its outputs are known. */
  interface Observer {
    /** The step was rehearsed. */
    void see(Step step, Execution execution);
  }

  Rehearsal(Program program, Workspace workspace, RunBudget budget, Observer observer) {
    super(program, workspace, budget);
    this.workspace = workspace;
    this.budget = budget;
    this.observer = observer;
  }

  /** A value of which only type and shape are known. */
  static Tensor unknown(ElementType type, Shape shape) {
    return Tensor.deferred(type, shape, UNKNOWN);
  }

  /** Whether all shapes became known. */
  boolean isComplete() {
    return isComplete;
  }

  @Override
  void execute(Step next) {
    boolean isKnown = true;
    computes = true;
    for (int slot : next.inputs) {
      Tensor value = slot == Step.LEFT_OUT ? null : values().get(slot);
      isKnown &= slot == Step.LEFT_OUT || value != null;
      boolean isComputed =
          value == null || (!value.isDeferred() && value.elementCount() <= MOST_COMPUTED_ELEMENTS);
      computes &= isComputed || !value.type().isFloatingPoint();
    }
    for (int slot : next.captured) {
      isKnown &= values().get(slot) != null;
    }
    if (isKnown) {
      try {
        next.operator.run(this);
      } catch (UnknownElementsException stopped) {
        forgetOutputs(next);
      }
    }
    for (int slot : next.outputs) {
      isComplete &= slot == Step.LEFT_OUT || values().get(slot) != null;
    }
    observer.see(next, this);
  }

  /** Of what a step did not finish, only the shape is known. */
  private void forgetOutputs(Step next) {
    for (int slot : next.outputs) {
      Tensor value = slot == Step.LEFT_OUT ? null : values().get(slot);
      if (value != null && !value.isDeferred()) {
        values().replace(slot, unknown(value.type(), value.shape()));
      }
    }
  }

  @Override
  Tensor allocate(ElementType type, Shape shape) {
    boolean isSmall = shape.elementCount() <= MOST_COMPUTED_ELEMENTS;
    boolean isComputed = isSmall && (computes || !type.isFloatingPoint());
    return isComputed ? Tensor.allocate(type, shape) : unknown(type, shape);
  }

  @Override
  Tensor allocatePlanned(ElementType type, Shape shape, int offset) {
    return allocate(type, shape);
  }

  @Override
  Execution inner(Program body) {
    Rehearsal outer = this;
    return new Rehearsal(
        body,
        workspace,
        budget,
        (step, execution) -> outer.isComplete &= ((Rehearsal) execution).isComplete);
  }

  @Override
  void check(Tensor[] results) {
    for (Tensor result : results) {
      if (result == null) {
        throw new UnknownElementsException();
      }
    }
  }

  @Override
  float[] scratchArray(int elements) {
    return new float[Math.min(elements, MOST_COMPUTED_ELEMENTS)];
  }
}
