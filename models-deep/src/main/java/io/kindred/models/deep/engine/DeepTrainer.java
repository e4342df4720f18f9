package io.kindred.models.deep.engine;

import io.kindred.core.KindredException;
import io.kindred.core.model.EpochListener;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.model.TrainingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one training loop: epochs of steps, a listener that hears of each epoch and may stop, cancellation between steps, and a
 * checkpoint after each epoch where the context has a folder for it. A run that was killed goes on from its checkpoint and ends
 * with the same bits as one that was not. Stateless and thread-safe.
 */
public final class DeepTrainer {
    private DeepTrainer() {}

    /**
     * Trains a network.
     *
     * @param run its memory
     * @param key names the run among all runs that could share a folder: model, parameters, data and seed
     * @return the model after the last epoch, or after the one the listener stopped at
     * @throws InterruptedException if cancelled; the checkpoint stays
     */
    public static TrainedModel train(Run run, Network network, String key, TrainingContext context)
            throws InterruptedException {
        int epochs = run.plan().epochs();
        Checkpoint checkpoint = Checkpoint.of(context, key);
        context.listener().onStart(epochs);
        for (int epoch = checkpoint.resume(run) + 1; epoch <= epochs; epoch++) {
            double loss = epoch(run, network, epoch, context);
            Map<String, Double> metrics = new LinkedHashMap<>();
            metrics.put("loss", loss);
            checkpoint.write(run, epoch);
            if (context.listener().onEpoch(epoch, metrics, network::model) == EpochListener.Verdict.STOP) {
                break;
            }
        }
        TrainedModel model = network.model();
        checkpoint.delete();
        return model;
    }

    private static double epoch(Run run, Network network, int epoch, TrainingContext context)
            throws InterruptedException {
        int steps = network.begin(run.random("epoch", epoch));
        long planned = (long) steps * run.plan().epochs();
        double sum = 0;
        long samples = 0;
        for (int s = 0; s < steps; s++) {
            context.cancellation().check();
            int number = s;
            double loss = run.step(step -> network.loss(step, number, run.random("draws", run.steps())), planned);
            if (!Double.isFinite(loss)) {
                throw new KindredException("training diverged: the loss of step " + (s + 1) + " in epoch " + epoch
                        + " is " + loss + "; lower learningRate, or limit gradients where the model can");
            }
            sum += loss * network.samples(s);
            samples += network.samples(s);
        }
        return sum / Math.max(1, samples);
    }
}
