package io.kindred.core.model;

import io.kindred.core.KindredException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The models on the class path by name. A broken, ill-named or duplicate provider fails the construction with a message that
 * names it, so that no model silently disappears. Immutable and thread-safe.
 */
public final class ModelCatalog {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Map<String, ModelProvider<?>> byName = new TreeMap<>();
    private final Map<String, ModelProvider<?>> byNameOrAlias = new TreeMap<>();

    private ModelCatalog(Collection<? extends ModelProvider<?>> providers) {
        for (ModelProvider<?> provider : providers) {
            register(provider);
        }
    }

    /** The providers that {@link ServiceLoader} finds through the thread's context class loader. */
    public static ModelCatalog load() {
        return load(Thread.currentThread().getContextClassLoader());
    }

    /**
     * The providers that {@link ServiceLoader} finds.
     *
     * @throws KindredException if one of them is broken, ill-named or there twice
     */
    @SuppressWarnings("rawtypes")
    public static ModelCatalog load(ClassLoader loader) {
        List<ModelProvider<?>> found = new ArrayList<>();
        try {
            for (ModelProvider provider : ServiceLoader.load(ModelProvider.class, loader)) {
                found.add((ModelProvider<?>) provider);
            }
        } catch (ServiceConfigurationError e) {
            throw new KindredException(
                    "a model provider on the class path is broken: " + e.getMessage()
                            + "; remove its jar from plugins/ or repair it",
                    e);
        }
        return of(found);
    }

    /** A catalog of given providers. */
    public static ModelCatalog of(Collection<? extends ModelProvider<?>> providers) {
        return new ModelCatalog(providers);
    }

    /** The names in alphabetical order, aliases left out. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    public List<ModelProvider<?>> providers() {
        return List.copyOf(byName.values());
    }

    /**
     * The provider with a name or alias.
     *
     * @throws KindredException listing what exists and the nearest name
     */
    public ModelProvider<?> get(String name) {
        ModelProvider<?> provider = byNameOrAlias.get(name);
        if (provider == null) {
            throw new KindredException("unknown model '" + name + "'; "
                    + (byName.isEmpty() ? "no model is installed" : "available: " + String.join(", ", byName.keySet()))
                    + Suggestion.didYouMean(name, byNameOrAlias.keySet()));
        }
        return provider;
    }

    /** A trainer of the named model, with its defaults overridden by the given values. */
    public Trainer trainer(String name, Map<String, ?> parameters) {
        return trainer(get(name), parameters);
    }

    private static <P extends Record> Trainer trainer(ModelProvider<P> provider, Map<String, ?> parameters) {
        return provider.trainer(ParameterSchema.of(provider).fromMap(parameters));
    }

    private void register(ModelProvider<?> provider) {
        String type = provider.getClass().getName();
        String name = provider.name();
        if (name == null || !NAME.matcher(name).matches()) {
            throw new KindredException("the model provider " + type + " has the name '" + name
                    + "'; names are lower-case words joined by hyphens, as in 'item-knn'");
        }
        ParameterSchema.of(provider);
        if (provider.card() == null) {
            throw new KindredException("the model provider " + type + " has no card");
        }
        byName.put(name, provider);
        claim(name, provider);
        for (String alias : provider.aliases()) {
            claim(alias, provider);
        }
    }

    private void claim(String name, ModelProvider<?> provider) {
        ModelProvider<?> other = byNameOrAlias.putIfAbsent(name, provider);
        if (other != null) {
            throw new KindredException("two model providers claim the name '" + name + "': "
                    + other.getClass().getName() + " and " + provider.getClass().getName()
                    + "; remove one of their jars");
        }
    }
}
