package io.kindred.featurestore.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.featurestore.sample.FilmCatalogueSimulator;
import io.kindred.featurestore.sample.SampleParameters;
import io.kindred.featurestore.sample.SampleWriter;
import io.kindred.featurestore.sample.SimulatedSample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled sample goes through the importer whole. */
class BundledSampleImportTest {
    @TempDir
    private Path folder;

    @Test
    void everyRowAndFeatureArrives() {
        SimulatedSample sample =
                FilmCatalogueSimulator.simulate(SampleParameters.defaults().withSize(60, 80, 60));
        SampleWriter.write(sample, folder.resolve("sample"));

        Imported imported = Imported.from(folder.resolve("sample"));

        ImportReport report = imported.result().report();
        assertThat(report.rejected()).isZero();
        assertThat(report.duplicates()).isZero();
        assertThat(imported.events()).hasSameSizeAs(sample.interactions());
        assertThat(imported.result().eventTypes()).contains("view", "rate");
        assertThat(imported.result().users().size()).isEqualTo(60);
        assertThat(imported.result().items().size()).isEqualTo(80);
        assertThat(imported.result().usersWithEvents()).isLessThan(60);
        var film = sample.world().films().get(7);
        assertThat(imported.itemFeature("title", film.id())).isEqualTo(film.title());
        assertThat(imported.itemFeature("description", film.id())).isEqualTo(film.description());
        assertThat(imported.itemFeature("release_year", film.id())).isEqualTo(1.0 * film.releaseYear());
        assertThat(imported.itemFeature("director", film.id())).isEqualTo(film.director());
        assertThat(imported.itemFeature("poster", film.id())).isEqualTo("posters/f0008.svg");
        assertThat(imported.itemFeature("genres", film.id())).isInstanceOf(List.class);
        assertThat(imported.userFeature("stated_genres", "u0001")).isInstanceOf(List.class);
    }
}
