package io.kindred.serving.registry;

import io.kindred.serving.slot.ModelKey;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A published artifact. Never changed once written; its files lie in {@code HOME/models/NAME/VERSION}. */
@Entity
@Table(name = "model_version")
public class ModelVersion extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;
    public int version;
    public String kind;
    public String provider;

    @Convert(converter = JsonMapConverter.class)
    public Map<String, Object> parameters;

    @Convert(converter = JsonMapConverter.class)
    public Map<String, Object> metrics;

    /** Names joined by commas. */
    public String capabilities;

    /** When it was trained. */
    public Instant created;

    /** When it was published. */
    public Instant published;

    /** What it was trained on: a path or a name. */
    public String source;

    /** Content hash of the data it was trained on; empty where there is none. */
    public String snapshot;

    public String split;
    public long seed;

    /** Of the manifest, which has the checksums of all other files. */
    public String sha256;

    public long bytes;

    @Column(name = "user_count")
    public long users;

    @Column(name = "item_count")
    public long items;

    /** Which one this is. */
    public ModelKey key() {
        return new ModelKey(name, version);
    }

    static Optional<ModelVersion> find(ModelKey key) {
        return find("name = ?1 and version = ?2", key.name(), key.version()).firstResultOptional();
    }

    static Optional<ModelVersion> latest(String name) {
        return find("name = ?1 order by version desc", name).firstResultOptional();
    }

    static Optional<ModelVersion> published(String name, String sha256) {
        return find("name = ?1 and sha256 = ?2", name, sha256).firstResultOptional();
    }

    static List<ModelVersion> inOrder() {
        return list("order by name, version desc");
    }

    static List<String> names() {
        return getEntityManager()
                .createQuery("select distinct v.name from ModelVersion v order by v.name", String.class)
                .getResultList();
    }
}
