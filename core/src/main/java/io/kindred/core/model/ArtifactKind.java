package io.kindred.core.model;

import io.kindred.core.KindredException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The closed set of serving forms that an artifact can be of. */
public enum ArtifactKind {
    /** A score per item. */
    POPULARITY,
    /** Item-to-item weights: kNN, EASE, SLIM, RP3beta. */
    ITEM_SIMILARITY,
    /** User-to-user weights over the users' profiles: user-kNN, TIFU-kNN, session kNN. */
    USER_SIMILARITY,
    /** User and item vectors: matrix factorisation, BPR, LightGCN, two-tower. */
    FACTORS,
    /** Item vectors alone: fold-in and content models. */
    ITEM_VECTORS,
    /** Several models of other kinds, whose scores are fused. */
    ENSEMBLE,
    /** Items as arms with what is known of their rewards, and a rule of choice. */
    BANDIT,
    /** A network whose user side cannot be tabulated: an encoder of sequences. */
    NETWORK;

    /** The name in manifests, as in "item-similarity". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind with a manifest name.
     *
     * @throws KindredException if there is none
     */
    public static ArtifactKind of(String id) {
        for (ArtifactKind kind : values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        throw new KindredException("unknown artifact kind '" + id + "'; this version knows "
                + Arrays.stream(values()).map(ArtifactKind::id).collect(Collectors.joining(", ")));
    }
}
