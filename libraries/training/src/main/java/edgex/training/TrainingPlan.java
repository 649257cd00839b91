package edgex.training;

import edgex.tensor.UpdateRule;

/**
 * How a network is trained.
 *
 * @param rule how parameters change by their gradients
 * @param rate the learning rate
 * @param batchSize samples between two changes, at least 1
 * @param seed decides the order of the samples
 */
public record TrainingPlan(UpdateRule rule, double rate, int batchSize, long seed) {}
