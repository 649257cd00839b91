package edgex.tensor;

/**
 * How an optimizer changes a parameter by its gradient: the steps of ONNX's operators Adagrad,
 * Momentum and Adam (domain ai.onnx.preview.training, version 1), element by element.
 */
public interface UpdateRule {
  /** Numbers that are kept of each element from step to step, 0 before the first. */
  int states();

  /**
   * Makes one step.
   *
   * @param rate the learning rate
   * @param number how many steps were made before
   * @param values the element, its gradient and its states; element and states are replaced
   */
  void step(double rate, double number, double[] values);

  /**
   * Adagrad: the rate falls with the sum of the squares of the gradients.
   *
   * @param decay how fast the rate falls with the number of steps
   * @param epsilon keeps the divisor from 0
   * @param norm weight of the parameter itself in the gradient
   */
  static UpdateRule adagrad(double decay, double epsilon, double norm) {
    return new Adagrad(decay, epsilon, norm);
  }

  /**
   * Gradient descent with momentum.
   *
   * @param alpha share of the former direction that stays
   * @param beta share of the gradient, from the second step on
   * @param norm weight of the parameter itself in the gradient
   */
  static UpdateRule momentum(double alpha, double beta, double norm) {
    return new Momentum(alpha, beta, norm);
  }

  /** Gradient descent with Nesterov's momentum; parameters as of {@link #momentum}. */
  static UpdateRule nesterov(double alpha, double beta, double norm) {
    return new Nesterov(new Momentum(alpha, beta, norm));
  }

  /**
   * Adam: direction and size of the step from running means of the gradient and its square.
   *
   * @param alpha share of the mean of the gradients that stays
   * @param beta share of the mean of their squares that stays
   * @param epsilon keeps the divisor from 0
   * @param norm weight of the parameter itself in the gradient
   * @param normAfter share that the parameter loses after the step
   */
  static UpdateRule adam(double alpha, double beta, double epsilon, double norm, double normAfter) {
    return new Adam(alpha, beta, epsilon, norm, normAfter);
  }

  /** Plain gradient descent. */
  static UpdateRule descent() {
    return new Descent();
  }

  /** See {@link UpdateRule#descent}. */
  record Descent() implements UpdateRule {
    @Override
    public int states() {
      return 0;
    }

    @Override
    public void step(double rate, double number, double[] values) {
      values[0] -= rate * values[1];
    }
  }

  /** See {@link UpdateRule#adagrad}. */
  record Adagrad(double decay, double epsilon, double norm) implements UpdateRule {
    @Override
    public int states() {
      return 1;
    }

    @Override
    public void step(double rate, double number, double[] values) {
      double gradient = norm * values[0] + values[1];
      values[2] += gradient * gradient;
      double own = rate / (1 + number * decay);
      values[0] -= own * gradient / (Math.sqrt(values[2]) + epsilon);
    }
  }

  /** See {@link UpdateRule#momentum}. */
  record Momentum(double alpha, double beta, double norm) implements UpdateRule {
    @Override
    public int states() {
      return 1;
    }

    /** Renews the direction and returns the gradient. */
    double turn(double number, double[] values) {
      double gradient = norm * values[0] + values[1];
      values[2] = alpha * values[2] + (number > 0 ? beta : 1) * gradient;
      return gradient;
    }

    @Override
    public void step(double rate, double number, double[] values) {
      turn(number, values);
      values[0] -= rate * values[2];
    }
  }

  /** See {@link UpdateRule#nesterov}. */
  record Nesterov(Momentum momentum) implements UpdateRule {
    @Override
    public int states() {
      return 1;
    }

    @Override
    public void step(double rate, double number, double[] values) {
      double gradient = momentum.turn(number, values);
      values[0] -= rate * (gradient + momentum.alpha() * values[2]);
    }
  }

  /** See {@link UpdateRule#adam}. */
  record Adam(double alpha, double beta, double epsilon, double norm, double normAfter)
      implements UpdateRule {
    @Override
    public int states() {
      return 2;
    }

    @Override
    public void step(double rate, double number, double[] values) {
      double gradient = norm * values[0] + values[1];
      values[2] = alpha * values[2] + (1 - alpha) * gradient;
      values[3] = beta * values[3] + (1 - beta) * gradient * gradient;
      double correction =
          number > 0 ? Math.sqrt(1 - Math.pow(beta, number)) / (1 - Math.pow(alpha, number)) : 1;
      double moved = values[0] - rate * correction * values[2] / (Math.sqrt(values[3]) + epsilon);
      values[0] = (1 - normAfter) * moved;
    }
  }
}
