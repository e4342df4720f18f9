package io.kindred.cli.data;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.TimeDecay;
import io.kindred.core.data.TimeKind;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.Trainer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much interactions count in training: the weight of the event type, times the decay, times the value where it is wanted.
 * Weights of repeated interactions add up. Immutable.
 *
 * @param eventTypes weight by event type; empty where types count alike
 * @param decay less for older ones, or not
 * @param timesValue whether the value that came with an interaction multiplies its weight
 */
public record Weighting(Map<String, Double> eventTypes, Optional<TimeDecay> decay, boolean timesValue) {
    /** Interactions are left as they are. */
    public static final Weighting NONE = new Weighting(Map.of(), Optional.empty(), true);

    public Weighting {
        eventTypes = Collections.unmodifiableMap(new LinkedHashMap<>(eventTypes));
    }

    /** Whether there is anything to do. */
    public boolean given() {
        return !eventTypes.isEmpty() || decay.isPresent();
    }

    /**
     * @throws io.kindred.core.KindredException if a decay is wanted of data without timestamps
     */
    public void check(TimeKind kind) {
        decay.ifPresent(d -> d.requireTimestamps(kind));
    }

    /** A trainer that weights what it is given before it hands it on, so that only training data are ever weighted. */
    public Trainer around(Trainer trainer) {
        return given() ? (data, context) -> trainer.train(applyTo(data), context) : trainer;
    }

    /** The data weighted; values are event weights already where there are any. */
    public TrainingData applyTo(TrainingData data) {
        if (!given()) {
            return data;
        }
        Interactions weighted = data.interactions();
        if (eventTypes.isEmpty() && !timesValue && weighted.hasValues()) {
            weighted = weighted.revalued((user, item, value, time) -> 1f);
        }
        if (decay.isPresent()) {
            weighted = decay.get().applyTo(weighted);
        }
        return data.withInteractions(weighted.combined())
                .withProvenance(data.provenance().withWeights(describe()));
    }

    /** The weighting in words, as it is kept in artifacts. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        if (!eventTypes.isEmpty()) {
            text.append("event types ")
                    .append(eventTypes.entrySet().stream()
                            .map(e -> e.getKey() + "=" + plain(e.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        decay.ifPresent(d -> text.append(text.isEmpty() ? "" : "; ")
                .append("half-life ")
                .append(plain(d.halfLifeDays()))
                .append(" days"));
        return given() && timesValue ? text.append("; times the value").toString() : text.toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }
}
