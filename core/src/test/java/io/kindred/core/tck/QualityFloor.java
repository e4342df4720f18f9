package io.kindred.core.tck;

/**
 * How many users must get their hidden checkerboard item as the first one.
 *
 * @param precisionAt1 the least share of users, 0 to 1
 * @param reason why it is below 1; shown in the report
 */
public record QualityFloor(double precisionAt1, String reason) {
    /** Every user: what a model that personalises can do. */
    public static QualityFloor perfect() {
        return new QualityFloor(1, "");
    }

    /** No check at all, for models that do not personalise. */
    public static QualityFloor none(String reason) {
        return new QualityFloor(0, reason);
    }

    /** A lower share, for a reason that belongs to the model. */
    public static QualityFloor atLeast(double precisionAt1, String reason) {
        return new QualityFloor(precisionAt1, reason);
    }

    public QualityFloor {
        if (precisionAt1 < 1 && reason.isBlank()) {
            throw new IllegalArgumentException("a quality floor below 1 needs a reason");
        }
    }
}
