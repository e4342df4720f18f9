package io.kindred.models.deep.engine;

/**
 * How a network is trained. Immutable.
 *
 * @param epochs at least 1
 * @param optimizer of all parameters
 * @param schedule of the step size
 * @param clip largest length of the gradient of all parameters together; longer ones are scaled down to it; 0 for no limit
 */
public record TrainingPlan(int epochs, Optimizer optimizer, Schedule schedule, double clip) {
    public TrainingPlan {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs is " + epochs + " but must be at least 1");
        }
        if (!(clip >= 0)) {
            throw new IllegalArgumentException("clip is " + clip + " but must be at least 0");
        }
    }

    /** Adam at a constant step size, gradients as they are. */
    public static TrainingPlan adam(int epochs, double learningRate) {
        return new TrainingPlan(epochs, Optimizer.Adam.DEFAULT, Schedule.constant(learningRate), 0);
    }

    public TrainingPlan withOptimizer(Optimizer other) {
        return new TrainingPlan(epochs, other, schedule, clip);
    }

    public TrainingPlan withSchedule(Schedule other) {
        return new TrainingPlan(epochs, optimizer, other, clip);
    }

    public TrainingPlan withClip(double length) {
        return new TrainingPlan(epochs, optimizer, schedule, length);
    }
}
