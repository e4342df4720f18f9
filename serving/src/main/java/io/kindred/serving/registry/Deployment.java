package io.kindred.serving.registry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A model became live. Rows are only added, and the last one says what is live. Each knows the deployment to which a rollback
 * from it leads: a promotion the one before it, a rollback the one its target itself had.
 */
@Entity
@Table(name = "deployment")
public class Deployment extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "model_version_id")
    public ModelVersion model;

    /** Where a rollback leads; null where there is nothing before. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "previous_id")
    public Deployment previous;

    @Enumerated(EnumType.STRING)
    public Action action;

    public Instant at;

    /** How a model became live. */
    public enum Action {
        PROMOTE,
        ROLLBACK
    }

    static Optional<Deployment> current() {
        return find("order by id desc").firstResultOptional();
    }

    /** The ids of the versions that are or were live. */
    static Set<Long> everDeployed() {
        return getEntityManager()
                .createQuery("select distinct d.model.id from Deployment d", Long.class)
                .getResultStream()
                .collect(Collectors.toSet());
    }
}
