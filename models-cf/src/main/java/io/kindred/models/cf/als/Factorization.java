package io.kindred.models.cf.als;

import io.kindred.core.data.Interactions;
import io.kindred.core.data.SparseRows;
import io.kindred.core.math.FloatMatrix;
import io.kindred.models.cf.parallel.ParallelRows;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The state of a training run: both sides' vectors and the steps that improve them. One caller at a time; each step uses all
 * threads and gives the same bits at any number of them.
 */
final class Factorization {
    /** Spread of the first vectors' inner products, as in Rendle et al., 2021. */
    private static final double INITIAL_SCALE = 0.1;
    /** Multiply-adds after which a thread looks at the cancellation. */
    private static final double WORK_PER_BLOCK = 2e7;

    private final Interactions interactions;
    private final Objective objective;
    private final AlsSolver solver;
    private final int steps;
    private final int blockSize;
    private final ParallelRows threads;
    private final FactorTable users;
    private final FactorTable items;
    private GramMatrix itemGram;

    /**
     * All vectors zero.
     *
     * @param interactions without repeats
     * @param weighted whether their values weigh the pairs
     */
    Factorization(Interactions interactions, AlsParameters parameters, boolean weighted, ParallelRows threads) {
        this.interactions = interactions;
        this.objective = Objective.of(parameters, weighted);
        this.solver = parameters.solver();
        this.steps = parameters.steps();
        this.blockSize = parameters.blockSize();
        this.threads = threads;
        int factors = parameters.factors();
        this.users = new FactorTable(interactions.userCount(), factors, "users");
        this.items = new FactorTable(interactions.itemCount(), factors, "items");
    }

    FactorTable users() {
        return users;
    }

    FactorTable items() {
        return items;
    }

    /** Draws the first item vectors; items without interactions stay zero. */
    void initialise(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double scale = INITIAL_SCALE / Math.sqrt(items.dimension());
        SparseRows byItem = interactions.byItem();
        for (int i = 0; i < items.rows(); i++) {
            if (byItem.length(i) > 0) {
                for (int f = 0; f < items.dimension(); f++) {
                    items.values()[i * items.stride() + f] = (float) (random.nextGaussian() * scale);
                }
            }
        }
    }

    /** Takes the vectors of an earlier model for the first rows of both sides; the others stay as they are. */
    void startFrom(FloatMatrix userVectors, FloatMatrix itemVectors) {
        users.copyFrom(userVectors);
        items.copyFrom(itemVectors);
    }

    /** Improves all users for the present items, then all items for the new users. */
    void epoch() throws InterruptedException {
        solve(solver, interactions.byUser(), items, itemGram(), users);
        GramMatrix userGram = GramMatrix.of(users, objective.unobservedWeight(), threads);
        solve(solver, interactions.byItem(), users, userGram, items);
        itemGram = null;
    }

    /** Writes the users' best vectors for the present items, whatever the solver: what fold-in would compute. */
    void solveUsers(FactorTable target) throws InterruptedException {
        solve(AlsSolver.CHOLESKY, interactions.byUser(), items, itemGram(), target);
    }

    /** The Gram matrix of the present items. */
    GramMatrix itemGram() throws InterruptedException {
        if (itemGram == null) {
            itemGram = GramMatrix.of(items, objective.unobservedWeight(), threads);
        }
        return itemGram;
    }

    private void solve(AlsSolver solver, SparseRows history, FactorTable fixed, GramMatrix gram, FactorTable target)
            throws InterruptedException {
        Plan plan = Plan.of(solver, objective, history, fixed.stride());
        Spectrum spectrum = plan.spectral() ? Spectrum.of(gram, fixed, threads) : null;
        Basis basis = !plan.refines() ? null : spectrum == null ? Basis.plain(gram, fixed) : Basis.of(spectrum);
        double n = fixed.stride();
        double workPerRow = n * n * n / 6 + n * n / 2 * history.size() / Math.max(1, history.rowCount());
        int blockRows = (int) Math.clamp(WORK_PER_BLOCK / workPerRow, 16, 64);
        threads.forEachBlock(
                history.rowCount(),
                blockRows,
                () -> rowSteps(plan, history, fixed, gram, spectrum, basis),
                (steps, from, to) -> steps.solve(from, to, target));
    }

    private RowSteps rowSteps(
            Plan plan, SparseRows history, FactorTable fixed, GramMatrix gram, Spectrum spectrum, Basis basis) {
        RowSolver any = new RowSolver(objective, history, fixed, gram);
        ShortRowSolver shorts = plan.shorts() ? new ShortRowSolver(objective, history, spectrum) : null;
        if (basis == null) {
            return new RowSteps(plan, history, any, shorts, null);
        }
        Refinement refinement = plan.solver() == AlsSolver.BLOCK
                ? new Subspaces(objective, history, basis, blockSize)
                : new ConjugateGradients(objective, history, basis, steps);
        return new RowSteps(plan, history, any, shorts, new RefiningStep(history, basis, refinement, any));
    }

    /**
     * The value of the objective at the present vectors, divided by the number of observed pairs.
     */
    double loss() throws InterruptedException {
        SparseRows rows = interactions.byUser();
        FloatMatrix itemMatrix = FloatMatrix.of(items.values(), items.rows(), items.stride());
        SparseRows byItem = interactions.byItem();
        double[] perUser = new double[users.rows()];
        threads.forEachBlock(users.rows(), 256, () -> new float[users.stride()], (vector, from, to) -> {
            for (int u = from; u < to; u++) {
                System.arraycopy(users.values(), u * users.stride(), vector, 0, vector.length);
                double sum = 0;
                for (int p = rows.start(u); p < rows.end(u); p++) {
                    double score = itemMatrix.dot(vector, rows.column(p));
                    double weight = objective.weighted() ? rows.value(p) : 1;
                    double missed = 1 - score;
                    sum += objective.confidence(weight) * missed * missed
                            - objective.unobservedWeight() * score * score;
                }
                perUser[u] = sum + objective.strength(rows.length(u), items.rows()) * square(vector);
            }
        });
        double total = allPairs();
        for (double part : perUser) {
            total += part;
        }
        float[] vector = new float[items.stride()];
        for (int i = 0; i < items.rows(); i++) {
            itemMatrix.copyRow(i, vector);
            total += objective.strength(byItem.length(i), users.rows()) * square(vector);
        }
        return total / interactions.size();
    }

    /** The unobserved weight times the squared scores of all pairs: the inner product of the Gram matrices. */
    private double allPairs() throws InterruptedException {
        GramMatrix userGram = GramMatrix.of(users, 1, threads);
        double sum = 0;
        for (int i = 0; i < users.dimension(); i++) {
            for (int j = 0; j < users.dimension(); j++) {
                sum += (double) userGram.get(i, j) * itemGram().get(i, j);
            }
        }
        return sum;
    }

    private static double square(float[] vector) {
        double sum = 0;
        for (float x : vector) {
            sum += (double) x * x;
        }
        return sum;
    }
}
