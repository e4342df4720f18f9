package io.kindred.serving.slot;

/**
 * A published model.
 *
 * @param name the model's name in the registry
 * @param version 1 for the first published under the name
 */
public record ModelKey(String name, int version) {
    /** As in "als@3". */
    @Override
    public String toString() {
        return name + "@" + version;
    }
}
