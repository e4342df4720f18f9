package io.kindred.featurestore.sample;

import io.kindred.core.KindredException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Everything the simulated sample depends on: equal parameters give byte-identical files. The generative model
 * with its formulas is described in {@code docs/sample.md}.
 *
 * @param users viewers, cold ones included; 10 to 50,000
 * @param items films, cold ones included; 20 to 20,000
 * @param coldUsers viewers who signed up but never came; 0 to users / 2
 * @param coldItems films that premiere after the simulated period; 0 to items / 2
 * @param start first moment of the period, Unix seconds; 0 to 4,000,000,000
 * @param days length of the period; 14 to 3,650
 * @param seed any number
 * @param factors dimension of the latent tastes; 4 to 64
 * @param epochDays a viewer's taste is constant for this many days, then drifts; 7 to 3,650
 * @param drift size of one step of drift, 0 (none) to 1 (a fresh taste)
 * @param zipfExponent exponent of the popularity law; 0 to 3
 * @param tasteStrength how strongly taste decides what people choose for themselves; 0 to 30
 * @param sessionsPerUser mean number of sessions of a viewer who is there from the start; 1 to 1,000
 * @param viewsPerSession mean number of films chosen in a session without a recommendation; 0 to 20
 * @param ratingShare mean share of views that get a rating; 0 to 1
 * @param slateSize recommended films shown at once; 1 to 50 and no more than a quarter of the films
 * @param slateShare share of sessions that begin with a slate of recommendations; 0 to 1
 * @param exploration probability with which a position of the slate is filled uniformly at random; 0.001 to 1
 * @param policyTaste weight of the (one epoch old) taste in the logging policy; 0 to 20
 * @param policyPopularity weight of the appeal of films in the logging policy; 0 to 5
 */
public record SampleParameters(
        int users,
        int items,
        int coldUsers,
        int coldItems,
        long start,
        int days,
        long seed,
        int factors,
        int epochDays,
        double drift,
        double zipfExponent,
        double tasteStrength,
        double sessionsPerUser,
        double viewsPerSession,
        double ratingShare,
        int slateSize,
        double slateShare,
        double exploration,
        double policyTaste,
        double policyPopularity) {

    static final long DAY = 86_400;

    public SampleParameters {
        int mostColdUsers = users / 2;
        int mostColdItems = items / 2;
        check("users", users, 10, 50_000);
        check("items", items, 20, 20_000);
        check("coldUsers", coldUsers, 0, mostColdUsers);
        check("coldItems", coldItems, 0, mostColdItems);
        check("start", (double) start, 0, 4e9);
        check("days", days, 14, 3_650);
        check("factors", factors, 4, 64);
        check("epochDays", epochDays, 7, 3_650);
        check("drift", drift, 0, 1);
        check("zipfExponent", zipfExponent, 0, 3);
        check("tasteStrength", tasteStrength, 0, 30);
        check("sessionsPerUser", sessionsPerUser, 1, 1_000);
        check("viewsPerSession", viewsPerSession, 0, 20);
        check("ratingShare", ratingShare, 0, 1);
        check("slateSize", slateSize, 1, Math.min(50, items / 4));
        check("slateShare", slateShare, 0, 1);
        check("exploration", exploration, 0.001, 1);
        check("policyTaste", policyTaste, 0, 20);
        check("policyPopularity", policyPopularity, 0, 5);
    }

    /** The bundled sample: 2,000 viewers and 1,200 films over 548 days from 1 January 2024, seed 42. */
    public static SampleParameters defaults() {
        return new SampleParameters(
                2_000,
                1_200,
                40,
                30,
                1_704_067_200L,
                548,
                42,
                16,
                90,
                0.35,
                1.3,
                18.0,
                30,
                2.2,
                0.45,
                5,
                0.6,
                0.1,
                3.5,
                0.7);
    }

    /** The same world in another size; cold viewers and films keep their share. */
    public SampleParameters withSize(int newUsers, int newItems, int newDays) {
        int newColdUsers = (int) ((long) coldUsers * newUsers / users);
        int newColdItems = (int) ((long) coldItems * newItems / items);
        return new SampleParameters(
                newUsers,
                newItems,
                newColdUsers,
                newColdItems,
                start,
                newDays,
                seed,
                factors,
                epochDays,
                drift,
                zipfExponent,
                tasteStrength,
                sessionsPerUser,
                viewsPerSession,
                ratingShare,
                slateSize,
                slateShare,
                exploration,
                policyTaste,
                policyPopularity);
    }

    /** The same parameters with another seed. */
    public SampleParameters withSeed(long newSeed) {
        return new SampleParameters(
                users,
                items,
                coldUsers,
                coldItems,
                start,
                days,
                newSeed,
                factors,
                epochDays,
                drift,
                zipfExponent,
                tasteStrength,
                sessionsPerUser,
                viewsPerSession,
                ratingShare,
                slateSize,
                slateShare,
                exploration,
                policyTaste,
                policyPopularity);
    }

    /** All parameters by name, in order of declaration. */
    public Map<String, Number> asMap() {
        Map<String, Number> values = new LinkedHashMap<>();
        for (RecordComponent component : SampleParameters.class.getRecordComponents()) {
            try {
                values.put(component.getName(), (Number) component.getAccessor().invoke(this));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component.getName(), e);
            }
        }
        return values;
    }

    /** First moment after the simulated period, Unix seconds. */
    public long end() {
        return start + days * DAY;
    }

    /** Number of epochs the period has; within an epoch tastes are constant. */
    public int epochs() {
        return (days + epochDays - 1) / epochDays;
    }

    private static void check(String name, double value, double min, double max) {
        // the negation also refuses NaN
        if (!(value >= min && value <= max)) {
            throw new KindredException(String.format(
                    Locale.ROOT,
                    "sample parameter '%s' is %s; it must be between %s and %s",
                    name,
                    plain(value),
                    plain(min),
                    plain(max)));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
