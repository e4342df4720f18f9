package io.kindred.serving.api;

import io.kindred.serving.slot.ModelKey;

/**
 * Which model answered.
 *
 * @param name in the registry
 * @param version under that name
 */
public record ModelName(String name, int version) {
    static ModelName of(ModelKey key) {
        return new ModelName(key.name(), key.version());
    }
}
