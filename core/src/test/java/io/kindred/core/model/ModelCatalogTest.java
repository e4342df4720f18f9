package io.kindred.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.core.KindredException;
import io.kindred.core.model.ModelCard.Family;
import io.kindred.core.model.ModelCard.Feedback;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogTest {
    record Nothing() {}

    private record Named(String name, List<String> aliases) implements ModelProvider<Nothing> {
        @Override
        public ModelCard card() {
            return new ModelCard("T", Family.BASELINE, "s", "p", Feedback.ANY, ArtifactKind.POPULARITY, true);
        }

        @Override
        public Class<Nothing> parametersType() {
            return Nothing.class;
        }

        @Override
        public Nothing defaults() {
            return new Nothing();
        }

        @Override
        public Trainer trainer(Nothing parameters) {
            return (data, context) -> null;
        }
    }

    private static Named model(String name, String... aliases) {
        return new Named(name, List.of(aliases));
    }

    @Test
    void namesAndAliasesFindTheirModel() {
        ModelCatalog catalog = ModelCatalog.of(List.of(model("item-knn", "itemknn"), model("als")));

        assertThat(catalog.names()).containsExactly("als", "item-knn");
        assertThat(catalog.get("itemknn").name()).isEqualTo("item-knn");
    }

    @Test
    void anUnknownNameListsWhatExistsAndSuggestsTheNearest() {
        ModelCatalog catalog = ModelCatalog.of(List.of(model("als"), model("bpr")));

        assertThatThrownBy(() -> catalog.get("alss"))
                .isInstanceOf(KindredException.class)
                .hasMessage("unknown model 'alss'; available: als, bpr; did you mean 'als'?");
        assertThatThrownBy(() -> catalog.get("neural-network")).hasMessageEndingWith("available: als, bpr");
    }

    @Test
    void aDuplicateNameFailsTheStart() {
        assertThatThrownBy(() -> ModelCatalog.of(List.of(model("als"), model("als"))))
                .hasMessageContaining("two model providers claim the name 'als'");
        assertThatThrownBy(() -> ModelCatalog.of(List.of(model("als"), model("wals", "als"))))
                .hasMessageContaining("two model providers claim the name 'als'");
    }

    @Test
    void anIllFormedNameFailsTheStart() {
        assertThatThrownBy(() -> ModelCatalog.of(List.of(model("Item KNN"))))
                .hasMessageContaining("'Item KNN'")
                .hasMessageContaining("item-knn");
    }

    @Test
    void aBrokenServiceFileFailsTheStart(@TempDir Path dir) throws Exception {
        Path services = Files.createDirectories(dir.resolve("META-INF/services"));
        Files.writeString(services.resolve(ModelProvider.class.getName()), "com.example.Missing\n");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {dir.toUri().toURL()}, getClass().getClassLoader())) {
            assertThatThrownBy(() -> ModelCatalog.load(loader))
                    .isInstanceOf(KindredException.class)
                    .hasMessageContaining("com.example.Missing");
        }
    }
}
