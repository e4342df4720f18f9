package io.kindred.core.model;

import io.kindred.core.KindredException;
import io.kindred.core.data.Interactions;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The circumstances of a training run, which are not hyper-parameters. Immutable; share the cancellation to stop a run.
 *
 * @param seed of every random draw
 * @param threads how many to use, at least 1
 * @param device "cpu", or "gpu:0" and so on
 * @param validation interactions held out for early stopping, over the training vocabularies
 * @param listener hears of each epoch
 * @param cancellation stops the run
 * @param workDir where checkpoints are written and found again; none are without it
 */
public record TrainingContext(
        long seed,
        int threads,
        String device,
        Optional<Interactions> validation,
        EpochListener listener,
        Cancellation cancellation,
        Optional<Path> workDir) {
    public TrainingContext {
        if (threads < 1) {
            throw new KindredException("threads is " + threads + " but must be at least 1");
        }
    }

    /** All processors, CPU, no validation data, no listener, no checkpoints. */
    public static TrainingContext ofSeed(long seed) {
        return new TrainingContext(
                seed,
                Runtime.getRuntime().availableProcessors(),
                "cpu",
                Optional.empty(),
                EpochListener.NONE,
                new Cancellation(),
                Optional.empty());
    }

    public TrainingContext withThreads(int count) {
        return new TrainingContext(seed, count, device, validation, listener, cancellation, workDir);
    }

    public TrainingContext withDevice(String name) {
        return new TrainingContext(seed, threads, name, validation, listener, cancellation, workDir);
    }

    public TrainingContext withValidation(Interactions heldOut) {
        return new TrainingContext(seed, threads, device, Optional.of(heldOut), listener, cancellation, workDir);
    }

    public TrainingContext withListener(EpochListener other) {
        return new TrainingContext(seed, threads, device, validation, other, cancellation, workDir);
    }

    public TrainingContext withCancellation(Cancellation other) {
        return new TrainingContext(seed, threads, device, validation, listener, other, workDir);
    }

    public TrainingContext withWorkDir(Path dir) {
        return new TrainingContext(seed, threads, device, validation, listener, cancellation, Optional.of(dir));
    }
}
