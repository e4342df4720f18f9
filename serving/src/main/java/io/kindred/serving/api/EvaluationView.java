package io.kindred.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kindred.serving.registry.EvaluationRun;
import io.kindred.serving.slot.ModelReference;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row of the leaderboard.
 *
 * @param id of the result; made by the server when left out
 * @param model its name
 * @param version of the published model; left out where it was not published
 * @param protocol how the data were split, as in "temporal"
 * @param metrics by name, as in "ndcg@10"
 * @param intervals lower and upper bound by metric
 * @param users over how many the metrics are averages
 * @param dataset the data
 * @param created when it was measured; now when left out
 * @param trainSeconds how long training took
 * @param evaluateSeconds how long measuring took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationView(
        UUID id,

        @NotNull @Size(max = 64) @Pattern(regexp = ModelReference.NAME_PATTERN)
        String model,

        @Min(1) Integer version,
        @NotBlank @Size(max = 255) String protocol,
        @NotNull @Size(min = 1, max = Limits.MAX_METRICS) Map<@Size(max = 64) String, @NotNull Double> metrics,

        @Schema(description = "Lower and upper bound by metric") @Size(max = Limits.MAX_METRICS)
        Map<@Size(max = 64) String, @NotNull @Size(min = 2, max = 2) List<@NotNull Double>> intervals,

        @Min(0) Long users,
        @Size(max = 255) String dataset,
        Instant created,
        @DecimalMin("0") Double trainSeconds,
        @DecimalMin("0") Double evaluateSeconds) {
    static EvaluationView of(EvaluationRun run) {
        return new EvaluationView(
                run.id,
                run.model,
                run.version,
                run.protocol,
                numbers(run.metrics),
                bounds(run.intervals),
                run.users,
                run.dataset,
                run.created,
                run.trainSeconds,
                run.evaluateSeconds);
    }

    EvaluationRun toRun() {
        EvaluationRun run = new EvaluationRun();
        run.id = id == null ? UUID.randomUUID() : id;
        run.model = model;
        run.version = version;
        run.protocol = protocol;
        run.metrics = new LinkedHashMap<>(metrics);
        run.intervals = new LinkedHashMap<>(Objects.requireNonNullElse(intervals, Map.of()));
        run.users = users;
        run.dataset = dataset;
        // The database keeps microseconds.
        run.created = (created == null ? Instant.now() : created).truncatedTo(ChronoUnit.MICROS);
        run.trainSeconds = trainSeconds;
        run.evaluateSeconds = evaluateSeconds;
        return run;
    }

    private static Map<String, Double> numbers(Map<String, Object> values) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        values.forEach((name, value) -> numbers.put(name, ((Number) value).doubleValue()));
        return numbers;
    }

    private static Map<String, List<Double>> bounds(Map<String, Object> values) {
        Map<String, List<Double>> bounds = new LinkedHashMap<>();
        values.forEach((name, value) -> bounds.put(
                name,
                ((List<?>) value).stream().map(v -> ((Number) v).doubleValue()).toList()));
        return bounds;
    }
}
