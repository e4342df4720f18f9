package io.kindred.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which model this is.
 *
 * @param provider the provider's permanent name, as in "als"
 * @param kind the serving form
 * @param parameters the hyper-parameters by name as JSON values (String, Number, Boolean)
 * @param deterministic whether the same seed gives the same bits
 */
public record ModelInfo(String provider, ArtifactKind kind, Map<String, Object> parameters, boolean deterministic) {
    public ModelInfo {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The info of a model trained by a provider with the given parameters. */
    public static <P extends Record> ModelInfo of(ModelProvider<P> provider, P parameters) {
        ModelCard card = provider.card();
        return new ModelInfo(
                provider.name(), card.kind(), ParameterSchema.of(provider).toMap(parameters), card.deterministic());
    }
}
