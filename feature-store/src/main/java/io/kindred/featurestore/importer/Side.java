package io.kindred.featurestore.importer;

/** Whether something belongs to users or to items. */
public enum Side {
    /** Users, or the anonymous sessions that stand for them. */
    USER("user"),
    /** Items. */
    ITEM("item");

    private final String label;

    Side(String label) {
        this.label = label;
    }

    /** Lower-case name used in messages and reports. */
    public String label() {
        return label;
    }
}
