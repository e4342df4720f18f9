package io.kindred.featurestore.sample;

/** A sample that is large enough for statistics and small enough for tests, made once. */
final class SmallSample {
    static final SampleParameters PARAMETERS = SampleParameters.defaults().withSize(600, 400, 300);
    static final SimulatedSample SAMPLE = FilmCatalogueSimulator.simulate(PARAMETERS);

    private SmallSample() {}
}
