package io.kindred.featurestore.sample;

import java.util.List;

/**
 * The simulator behind the bundled sample: a film catalogue, an audience whose tastes drift, and a streaming
 * service that recommends with a known random policy. A pure function of its parameters; stateless and
 * thread-safe. The generative model is described in {@code docs/sample.md}.
 */
public final class FilmCatalogueSimulator {
    private FilmCatalogueSimulator() {}

    /** Creates films, viewers and the truth about them; nothing has happened yet. */
    public static FilmWorld world(SampleParameters parameters) {
        return world(parameters, new TasteSpace(parameters));
    }

    private static FilmWorld world(SampleParameters parameters, TasteSpace space) {
        List<Film> films = new CatalogueGenerator(parameters).generate();
        AudienceGenerator.Audience audience = new AudienceGenerator(parameters, space).generate();
        int[] ranks = PopularityLaw.ranks(films.size(), SampleRandom.stream(parameters.seed(), "popularity", 0));
        double[] appeals = PopularityLaw.appeals(ranks, parameters.zipfExponent());
        double[][] places = new double[films.size()][];
        long[] premieres = new long[films.size()];
        for (Film film : films) {
            places[film.index()] = Decimals.quantised(space.place(film), Decimals.TRUTH_DIGITS);
            premieres[film.index()] = film.premiere();
        }
        SimulatedTruth truth = new SimulatedTruth(
                ClickModel.defaults(),
                parameters.start(),
                parameters.epochDays() * SampleParameters.DAY,
                places,
                ranks,
                Decimals.quantised(appeals, Decimals.TRUTH_DIGITS),
                premieres,
                audience.tastes(),
                audience.ratingBiases());
        return new FilmWorld(parameters, films, audience.viewers(), truth);
    }

    /** Creates the world and lets the whole period pass in it. */
    public static SimulatedSample simulate(SampleParameters parameters) {
        TasteSpace space = new TasteSpace(parameters);
        FilmWorld world = world(parameters, space);
        LoggingPolicy policy = new LoggingPolicy(world);
        BrowsingModel browsing = new BrowsingModel(world, space);
        SessionCalendar calendar = new SessionCalendar(parameters);
        EventLog log = new EventLog();
        // viewers do not touch one another, so they are played in parallel and put together in order
        world.viewers().parallelStream()
                .filter(viewer -> !viewer.cold())
                .map(viewer -> {
                    EventLog own = new EventLog();
                    SampleRandom random = SampleRandom.stream(parameters.seed(), "calendar", viewer.index());
                    long[] starts = calendar.starts(viewer, random);
                    new ViewerHistory(world, policy, browsing, own, viewer.index()).play(starts);
                    return own;
                })
                .forEachOrdered(log::append);
        return log.sample(world);
    }
}
