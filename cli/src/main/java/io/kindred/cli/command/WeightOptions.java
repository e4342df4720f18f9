package io.kindred.cli.command;

import io.kindred.cli.UsageException;
import io.kindred.cli.data.Weighting;
import io.kindred.core.KindredException;
import io.kindred.core.data.TimeDecay;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How much interactions count in training. */
public final class WeightOptions {
    private static final String EVENTS = "--event-weights";
    private static final String HALF_LIFE = "--half-life-days";

    @Option(
            names = EVENTS,
            split = ",",
            paramLabel = "TYPE=WEIGHT",
            description = "How much events of each type count in training, as in view=1,cart=3,purchase=5; weights of"
                    + " repeated events add up. For models with the parameter valuesAsWeights.")
    private Map<String, Double> events = new LinkedHashMap<>();

    @Option(
            names = HALF_LIFE,
            paramLabel = "DAYS",
            description = "Interactions count half every so many days back from the newest one in training. For models"
                    + " with the parameter valuesAsWeights.")
    private Double halfLifeDays;

    /** The option that was given, to be named in errors; empty where none was. */
    Optional<String> given() {
        if (!events.isEmpty()) {
            return Optional.of(EVENTS);
        }
        return halfLifeDays == null ? Optional.empty() : Optional.of(HALF_LIFE);
    }

    /**
     * @param timesValue whether the model was told to weigh by the values of the data as well
     */
    Weighting weighting(boolean timesValue) {
        if (given().isEmpty()) {
            return Weighting.NONE;
        }
        try {
            return new Weighting(events, Optional.ofNullable(halfLifeDays).map(TimeDecay::new), timesValue);
        } catch (KindredException e) {
            throw new UsageException(HALF_LIFE + ": " + e.getMessage());
        }
    }
}
