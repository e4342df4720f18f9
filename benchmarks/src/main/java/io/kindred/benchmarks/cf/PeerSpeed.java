package io.kindred.benchmarks.cf;

import es.uam.eps.ir.ranksys.fast.index.FastItemIndex;
import es.uam.eps.ir.ranksys.fast.index.FastUserIndex;
import es.uam.eps.ir.ranksys.fast.index.SimpleFastItemIndex;
import es.uam.eps.ir.ranksys.fast.index.SimpleFastUserIndex;
import es.uam.eps.ir.ranksys.fast.preference.FastPreferenceData;
import es.uam.eps.ir.ranksys.fast.preference.SimpleFastPreferenceData;
import es.uam.eps.ir.ranksys.mf.Factorization;
import es.uam.eps.ir.ranksys.mf.als.ALSFactorizer;
import es.uam.eps.ir.ranksys.mf.als.HKVFactorizer;
import es.uam.eps.ir.ranksys.mf.als.PZTFactorizer;
import io.kindred.core.data.SparseRows;
import io.kindred.core.data.TrainingData;
import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.TrainingContext;
import io.kindred.core.scorer.ImplicitFactorsModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jooq.lambda.tuple.Tuple;
import org.jooq.lambda.tuple.Tuple3;

/**
 * ALS beside RankSys' two solvers of the same objective, in one run: the exact one (HKV) and the coordinate-wise one (PZT).
 * Confidence 1 of missing and 11 of observed pairs, plain L2 strength 5. Prints the seconds of an iteration, their ratio and
 * the objective that each has reached. Argument: a file of one user a line; without it, data are generated.
 */
public final class PeerSpeed {
    private static final int[] FACTORS = {64, 128, 256};
    private static final int ITERATIONS = 3;
    /** Beyond this the exact solver takes minutes. */
    private static final int MOST_EXACT = 128;

    private static final double ALPHA = 10;
    private static final double REGULARIZATION = 5;

    /** Seconds of an iteration, and the objective in the end. */
    private record Outcome(double wall, double processor, double objective) {}

    private PeerSpeed() {}

    public static void main(String[] args) throws InterruptedException {
        // The peer logs every iteration. The logger is held, or its level might be forgotten.
        Logger log = Logger.getLogger(ALSFactorizer.class.getName());
        log.setLevel(Level.WARNING);
        BenchmarkData data = args.length == 0
                ? BenchmarkData.generated(2_000, 1_500, 100_000, 3)
                : BenchmarkData.sequences(Path.of(args[0]));
        print(
                "JDK %s, %d processors; %s: %d users, %d items, %d pairs; %d iterations each",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                data.name(),
                data.interactions().userCount(),
                data.interactions().itemCount(),
                data.interactions().size(),
                ITERATIONS);
        FastPreferenceData<Integer, Integer> preferences = preferences(data);
        kindred(data, FACTORS[0]);
        peer(new PZTFactorizer<>(REGULARIZATION, v -> 1 + ALPHA * v, ITERATIONS), preferences, data, FACTORS[0]);
        for (int factors : FACTORS) {
            Outcome kindred = kindred(data, factors);
            report("Kindred als", factors, kindred, kindred);
            if (factors <= MOST_EXACT) {
                report(
                        "RankSys HKV",
                        factors,
                        peer(
                                new HKVFactorizer<>(REGULARIZATION, v -> 1 + ALPHA * v, ITERATIONS),
                                preferences,
                                data,
                                factors),
                        kindred);
            }
            report(
                    "RankSys PZT",
                    factors,
                    peer(
                            new PZTFactorizer<>(REGULARIZATION, v -> 1 + ALPHA * v, ITERATIONS),
                            preferences,
                            data,
                            factors),
                    kindred);
        }
    }

    private static Outcome kindred(BenchmarkData data, int factors) throws InterruptedException {
        Map<String, ?> parameters = Map.of(
                "factors",
                factors,
                "epochs",
                ITERATIONS,
                "regularization",
                REGULARIZATION,
                "alpha",
                ALPHA,
                "unobservedWeight",
                1.0,
                "frequencyExponent",
                0.0);
        Clock clock = new Clock();
        ImplicitFactorsModel model = (ImplicitFactorsModel) ModelCatalog.load()
                .trainer("als", parameters)
                .train(TrainingData.of(data.interactions()), TrainingContext.ofSeed(1));
        double wall = clock.wallSeconds() / ITERATIONS;
        double processor = clock.processorSeconds() / ITERATIONS;
        return new Outcome(
                wall,
                processor,
                objective(
                        data,
                        factors,
                        u -> toDoubles(model.userFactors().row(u)),
                        i -> toDoubles(model.itemVectors().row(i))));
    }

    private static Outcome peer(
            ALSFactorizer<Integer, Integer> factorizer,
            FastPreferenceData<Integer, Integer> preferences,
            BenchmarkData data,
            int factors) {
        Clock clock = new Clock();
        Factorization<Integer, Integer> result = factorizer.factorize(factors, preferences);
        double wall = clock.wallSeconds() / ITERATIONS;
        double processor = clock.processorSeconds() / ITERATIONS;
        return new Outcome(
                wall,
                processor,
                objective(data, factors, u -> result.getUserVector(u).toArray(), i -> result.getItemVector(i)
                        .toArray()));
    }

    private static FastPreferenceData<Integer, Integer> preferences(BenchmarkData data) {
        FastUserIndex<Integer> users = SimpleFastUserIndex.load(
                IntStream.range(0, data.interactions().userCount()).boxed());
        FastItemIndex<Integer> items = SimpleFastItemIndex.load(
                IntStream.range(0, data.interactions().itemCount()).boxed());
        SparseRows rows = data.interactions().byUser();
        List<Tuple3<Integer, Integer, Double>> triples = IntStream.range(0, rows.rowCount())
                .boxed()
                .flatMap(u ->
                        IntStream.range(rows.start(u), rows.end(u)).mapToObj(p -> Tuple.tuple(u, rows.column(p), 1.0)))
                .toList();
        return SimpleFastPreferenceData.load(triples.stream(), users, items);
    }

    /** The objective of all three divided by the number of pairs, in double precision. */
    private static double objective(
            BenchmarkData data, int factors, IntFunction<double[]> users, IntFunction<double[]> items) {
        SparseRows rows = data.interactions().byUser();
        double[][] itemVectors = new double[data.interactions().itemCount()][];
        double[] gram = new double[factors * factors];
        double total = 0;
        for (int i = 0; i < itemVectors.length; i++) {
            itemVectors[i] = items.apply(i);
            total += REGULARIZATION * dot(itemVectors[i], itemVectors[i]);
            for (int a = 0; a < factors; a++) {
                for (int b = 0; b < factors; b++) {
                    gram[a * factors + b] += itemVectors[i][a] * itemVectors[i][b];
                }
            }
        }
        for (int u = 0; u < rows.rowCount(); u++) {
            double[] vector = users.apply(u);
            total += REGULARIZATION * dot(vector, vector);
            for (int a = 0; a < factors; a++) {
                for (int b = 0; b < factors; b++) {
                    total += vector[a] * vector[b] * gram[a * factors + b];
                }
            }
            for (int p = rows.start(u); p < rows.end(u); p++) {
                double score = dot(vector, itemVectors[rows.column(p)]);
                total += (1 + ALPHA) * (1 - score) * (1 - score) - score * score;
            }
        }
        return total / rows.size();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    private static double[] toDoubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static void report(String what, int factors, Outcome outcome, Outcome kindred) {
        print(
                "  %-12s %3d factors: an iteration %.3f s, processor %.3f s (%.1f times Kindred's); objective %.4f",
                what,
                factors,
                outcome.wall(),
                outcome.processor(),
                outcome.processor() / kindred.processor(),
                outcome.objective());
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
