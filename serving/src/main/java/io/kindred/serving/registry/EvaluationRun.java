package io.kindred.serving.registry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The result of an evaluation: a row of the leaderboard. */
@Entity
@Table(name = "evaluation_run")
public class EvaluationRun extends PanacheEntityBase {
    @Id
    public UUID id;

    public String model;

    /** Of the published model that was evaluated; null where it was not published. */
    public Integer version;

    public String protocol;

    @Convert(converter = JsonMapConverter.class)
    public Map<String, Object> metrics;

    /** A metric's name to its lower and upper bound. */
    @Convert(converter = JsonMapConverter.class)
    public Map<String, Object> intervals;

    @Column(name = "user_count")
    public Long users;

    public String dataset;
    public Instant created;

    @Column(name = "train_seconds")
    public Double trainSeconds;

    @Column(name = "evaluate_seconds")
    public Double evaluateSeconds;

    /** The latest results, the newest first. */
    public static List<EvaluationRun> newestFirst(int limit) {
        return EvaluationRun.<EvaluationRun>find("order by created desc, id")
                .page(0, limit)
                .list();
    }
}
