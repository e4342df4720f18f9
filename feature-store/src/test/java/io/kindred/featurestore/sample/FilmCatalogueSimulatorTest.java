package io.kindred.featurestore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FilmCatalogueSimulatorTest {
    private static final SampleParameters PARAMETERS = SmallSample.PARAMETERS;
    private static final SimulatedSample SAMPLE = SmallSample.SAMPLE;
    private static final List<Film> FILMS = SAMPLE.world().films();
    private static final List<Viewer> VIEWERS = SAMPLE.world().viewers();

    @Test
    void equalParametersGiveEqualSamplesAndOtherSeedsOthers() {
        SampleParameters tiny = SampleParameters.defaults().withSize(60, 80, 60);
        SimulatedSample first = FilmCatalogueSimulator.simulate(tiny);
        SimulatedSample second = FilmCatalogueSimulator.simulate(tiny);
        SimulatedSample other = FilmCatalogueSimulator.simulate(tiny.withSeed(43));

        assertThat(second.interactions()).isEqualTo(first.interactions());
        assertThat(second.impressions()).isEqualTo(first.impressions());
        assertThat(second.world().films()).isEqualTo(first.world().films());
        assertThat(second.world().viewers()).isEqualTo(first.world().viewers());
        assertThat(other.interactions()).isNotEqualTo(first.interactions());
        assertThat(other.world().films()).isNotEqualTo(first.world().films());
    }

    @Test
    void defaultsGiveTheSizeThatIsDocumented() {
        SimulatedSample bundled = FilmCatalogueSimulator.simulate(SampleParameters.defaults());

        // docs/sample.md names these figures
        assertThat(bundled.interactions()).hasSize(146_431);
        assertThat(bundled.impressions()).hasSize(165_900);
        assertThat(bundled.impressions()).filteredOn(Impression::clicked).hasSize(24_994);
    }

    @Test
    void worldAloneIsTheWorldOfTheSample() {
        FilmWorld world = FilmCatalogueSimulator.world(PARAMETERS);

        assertThat(world.films()).isEqualTo(FILMS);
        assertThat(world.viewers()).isEqualTo(VIEWERS);
        assertThat(world.truth().clickProbability(3, 5, PARAMETERS.start()))
                .isEqualTo(SAMPLE.world().truth().clickProbability(3, 5, PARAMETERS.start()));
    }

    @Test
    void everyFilmHasGenreTextAndUniqueTitle() {
        Set<String> titles = new HashSet<>();
        for (Film film : FILMS) {
            titles.add(film.title());
            assertThat(film.genres()).hasSizeBetween(1, 3).doesNotHaveDuplicates();
            assertThat(film.description()).isNotBlank();
            assertThat(film.director()).contains(" ");
            assertThat(film.releaseYear()).isBetween(1950, 2025);
            assertThat(film.runtime()).isBetween(68, 187);
        }
        assertThat(titles).hasSize(FILMS.size());
    }

    @Test
    void popularityFollowsAPowerLaw() {
        int[] counts = new int[FILMS.size()];
        SAMPLE.interactions().forEach(interaction -> counts[interaction.item()]++);
        int[] ordered =
                Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();

        // least squares of log count on log rank, over ranks 5 to 200
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        int points = 0;
        for (int rank = 5; rank <= 200; rank++) {
            double x = Math.log(rank);
            double y = Math.log(ordered[ordered.length - rank]);
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
            points++;
        }
        double slope = (points * sumXy - sumX * sumY) / (points * sumXx - sumX * sumX);

        assertThat(slope).isBetween(-0.9, -0.35);
    }

    @Test
    void coldUsersAndItemsHaveNoEventsAndAllOthersHaveSome() {
        Set<Integer> users = new HashSet<>();
        Set<Integer> items = new HashSet<>();
        SAMPLE.interactions().forEach(interaction -> {
            users.add(interaction.user());
            items.add(interaction.item());
        });
        Set<Integer> shownUsers = new HashSet<>();
        Set<Integer> shownItems = new HashSet<>();
        SAMPLE.impressions().forEach(impression -> {
            shownUsers.add(impression.user());
            shownItems.add(impression.item());
        });

        assertThat(VIEWERS).filteredOn(Viewer::cold).hasSize(PARAMETERS.coldUsers());
        assertThat(FILMS).filteredOn(Film::cold).hasSize(PARAMETERS.coldItems());
        assertThat(VIEWERS).filteredOn(Viewer::cold).noneMatch(v -> users.contains(v.index()));
        assertThat(VIEWERS).filteredOn(Viewer::cold).noneMatch(v -> shownUsers.contains(v.index()));
        assertThat(FILMS).filteredOn(Film::cold).noneMatch(f -> items.contains(f.index()));
        assertThat(FILMS).filteredOn(Film::cold).noneMatch(f -> shownItems.contains(f.index()));
        assertThat(users.size()).isGreaterThan((int) (0.97 * (VIEWERS.size() - PARAMETERS.coldUsers())));
    }

    @Test
    void ratingsAreHalfStarsFromOneToFiveOnAPartOfTheViews() {
        List<Double> ratings = SAMPLE.interactions().stream()
                .filter(Interaction::rated)
                .map(Interaction::rating)
                .toList();
        double share = ratings.size() / (double) SAMPLE.interactions().size();

        assertThat(ratings).allMatch(stars -> stars >= 1 && stars <= 5 && 2 * stars == Math.rint(2 * stars));
        assertThat(share).isBetween(0.35, 0.55);
    }

    @Test
    void ratingsRiseWithAffinity() {
        SimulatedTruth truth = SAMPLE.world().truth();
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (Interaction interaction : SAMPLE.interactions()) {
            if (interaction.rated()) {
                double affinity = truth.affinity(interaction.user(), interaction.item(), interaction.time());
                int side = affinity > 0.5 ? 1 : 0;
                sums[side] += interaction.rating();
                counts[side]++;
            }
        }

        assertThat(sums[1] / counts[1]).isGreaterThan(sums[0] / counts[0] + 0.4);
    }

    @Test
    void timesLieWithinThePeriodAfterSignupAndPremiere() {
        assertThat(SAMPLE.interactions())
                .allMatch(one -> one.time() >= PARAMETERS.start() && one.time() < PARAMETERS.end())
                .allMatch(one -> one.time() >= VIEWERS.get(one.user()).signup())
                .allMatch(one -> one.time() >= FILMS.get(one.item()).premiere());
    }

    @Test
    void aViewersTimesRiseStrictlyAndSessionsDoNotOverlap() {
        Map<Integer, Interaction> previous = new HashMap<>();
        Map<Integer, Integer> owners = new HashMap<>();
        Set<Integer> closed = new HashSet<>();
        List<Interaction> notLater = new ArrayList<>();
        List<Interaction> reopened = new ArrayList<>();
        List<Interaction> tooClose = new ArrayList<>();
        List<Interaction> shared = new ArrayList<>();
        for (Interaction one : SAMPLE.interactions()) {
            Interaction before = previous.put(one.user(), one);
            if (owners.merge(one.session(), one.user(), (first, again) -> first) != one.user()) {
                shared.add(one);
            }
            if (closed.contains(one.session())) {
                reopened.add(one);
            }
            if (before != null && one.time() <= before.time()) {
                notLater.add(one);
            }
            if (before != null && before.session() != one.session()) {
                closed.add(before.session());
                if (one.time() - before.time() <= 1_800) {
                    tooClose.add(one);
                }
            }
        }

        assertThat(notLater).isEmpty();
        assertThat(reopened).isEmpty();
        assertThat(tooClose).isEmpty();
        assertThat(shared).isEmpty();
        assertThat(closed).hasSizeGreaterThan(1_000);
    }

    @Test
    void nobodyWatchesAFilmTwice() {
        Set<List<Integer>> pairs = new HashSet<>();
        SAMPLE.interactions().forEach(one -> pairs.add(List.of(one.user(), one.item())));

        assertThat(pairs).hasSameSizeAs(SAMPLE.interactions());
    }

    @Test
    void everyClickIsAViewFromTheSlateAndViceVersa() {
        Set<List<Integer>> clicks = new HashSet<>();
        SAMPLE.impressions().stream()
                .filter(Impression::clicked)
                .forEach(one -> clicks.add(List.of(one.user(), one.item(), one.session())));
        Set<List<Integer>> views = new HashSet<>();
        SAMPLE.interactions().stream()
                .filter(Interaction::recommended)
                .forEach(one -> views.add(List.of(one.user(), one.item(), one.session())));

        assertThat(clicks).containsAll(views);
        // a view that would begin after the last moment of the period is not recorded
        assertThat(views.size()).isGreaterThanOrEqualTo(clicks.size() - 3);
    }

    @Test
    void tastesDriftFromEpochToEpoch() {
        SimulatedTruth truth = SAMPLE.world().truth();
        double near = 0;
        double far = 0;
        for (int user = 0; user < truth.users(); user++) {
            near += TasteSpace.dot(truth.taste(user, 0), truth.taste(user, 1)) / truth.users();
            far += TasteSpace.dot(truth.taste(user, 0), truth.taste(user, truth.epochs() - 1)) / truth.users();
        }

        // one step keeps at least sqrt(1 - 0.35^2) - 0.35 of the old direction and usually much more
        assertThat(near).isBetween(0.9, 0.99);
        assertThat(far).isBetween(0.6, near - 0.05);
    }

    @Test
    void withoutDriftTastesStay() {
        SampleParameters defaults = SampleParameters.defaults().withSize(20, 40, 200);
        SampleParameters still = new SampleParameters(
                20, 40, 0, 0, defaults.start(), 200, 1, 8, 90, 0, 1.2, 14, 10, 2, 0.4, 3, 0.5, 0.1, 3.5, 0.7);
        SimulatedTruth truth = FilmCatalogueSimulator.world(still).truth();

        assertThat(truth.taste(7, truth.epochs() - 1)).isEqualTo(truth.taste(7, 0));
    }

    @Test
    void statedGenresTellTheTaste() {
        TasteSpace space = new TasteSpace(PARAMETERS);
        SimulatedTruth truth = SAMPLE.world().truth();
        double stated = 0;
        double any = 0;
        for (Viewer viewer : VIEWERS) {
            double[] taste = truth.taste(viewer.index(), 0);
            stated += TasteSpace.dot(taste, space.genre(viewer.statedGenres().getFirst())) / VIEWERS.size();
            for (Genre genre : Genre.values()) {
                any += TasteSpace.dot(taste, space.genre(genre)) / VIEWERS.size() / Genre.values().length;
            }
        }

        assertThat(stated).isGreaterThan(any + 0.4);
    }

    @Test
    void viewersWatchWhatTheyLike() {
        SimulatedTruth truth = SAMPLE.world().truth();
        double watched = 0;
        double average = 0;
        for (Interaction one : SAMPLE.interactions()) {
            watched += truth.affinity(one.user(), one.item(), one.time());
            average += truth.affinity(one.user(), (one.item() + 17) % truth.items(), one.time());
        }
        int count = SAMPLE.interactions().size();

        assertThat(watched / count).isGreaterThan(average / count + 0.3);
    }
}
