package io.kindred.serving.api;

import io.kindred.serving.registry.ModelRegistry;
import io.kindred.serving.registry.ModelVersion;
import io.kindred.serving.registry.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A published version.
 *
 * @param name of the model in the registry
 * @param version under that name
 * @param stage staged, live or retired
 * @param kind the serving form
 * @param provider the algorithm that trained it
 * @param parameters its hyper-parameters
 * @param metrics measured when it was trained
 * @param capabilities what it can do
 * @param created when it was trained
 * @param published when it was published
 * @param source what it was trained on
 * @param snapshot content hash of that data; empty where there is none
 * @param split protocol and part of the data
 * @param seed of the training run
 * @param sha256 of the manifest
 * @param bytes of all files
 * @param users known to it
 * @param items known to it
 */
public record VersionView(
        String name,
        int version,
        Stage stage,
        String kind,
        String provider,
        Map<String, Object> parameters,
        Map<String, Object> metrics,
        List<String> capabilities,
        Instant created,
        Instant published,
        String source,
        String snapshot,
        String split,
        long seed,
        String sha256,
        long bytes,
        long users,
        long items) {
    static VersionView of(ModelRegistry.Staged staged) {
        ModelVersion v = staged.model();
        return new VersionView(
                v.name,
                v.version,
                staged.stage(),
                v.kind,
                v.provider,
                v.parameters,
                v.metrics,
                v.capabilities.isEmpty() ? List.of() : List.of(v.capabilities.split(",")),
                v.created,
                v.published,
                v.source,
                v.snapshot,
                v.split,
                v.seed,
                v.sha256,
                v.bytes,
                v.users,
                v.items);
    }
}
