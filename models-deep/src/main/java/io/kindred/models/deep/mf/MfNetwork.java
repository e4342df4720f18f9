package io.kindred.models.deep.mf;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.kindred.core.data.Interactions;
import io.kindred.core.data.UserHistories;
import io.kindred.core.math.FloatMatrix;
import io.kindred.core.model.ModelInfo;
import io.kindred.core.model.TrainedModel;
import io.kindred.core.scorer.FoldInFactorsModel;
import io.kindred.models.deep.engine.EmbeddingTable;
import io.kindred.models.deep.engine.Network;
import io.kindred.models.deep.engine.Run;
import io.kindred.models.deep.engine.Step;
import java.util.random.RandomGenerator;

/** Two tables of vectors whose products rank; there is no dense part. One caller at a time. */
final class MfNetwork implements Network {
    /** Expected length of a vector before training. */
    private static final double INITIAL_LENGTH = 0.1;

    private final MfParameters parameters;
    private final Interactions interactions;
    private final UserHistories histories;
    private final PairSampler sampler;
    private final EmbeddingTable users;
    private final EmbeddingTable items;

    /**
     * @param interactions without repeats
     */
    MfNetwork(MfParameters parameters, Interactions interactions, Run run) {
        this.parameters = parameters;
        this.interactions = interactions;
        this.histories = UserHistories.of(interactions);
        this.sampler = new PairSampler(interactions);
        double deviation = INITIAL_LENGTH / Math.sqrt(parameters.factors());
        this.users = run.table("users", interactions.userCount(), parameters.factors());
        this.items = run.table("items", interactions.itemCount(), parameters.factors());
        users.drawNormal(deviation, run.random("users", 0));
        items.drawNormal(deviation, run.random("items", 0));
        for (int u = 0; u < interactions.userCount(); u++) {
            if (interactions.byUser().length(u) == 0) {
                users.clear(u);
            }
        }
    }

    @Override
    public int begin(RandomGenerator random) {
        sampler.shuffle(random);
        return Math.ceilDiv(sampler.size(), parameters.batchSize());
    }

    @Override
    public int samples(int number) {
        return Math.min(parameters.batchSize(), sampler.size() - number * parameters.batchSize());
    }

    @Override
    public NDArray loss(Step step, int number, RandomGenerator random) {
        PairSampler.Batch batch =
                sampler.batch(number * parameters.batchSize(), parameters.batchSize(), parameters.negatives(), random);
        int rows = batch.rows();
        NDArray user = step.rows(users, batch.users()).at(0, rows, 1);
        NDArray item = step.rows(items, batch.items()).at(0, rows, 1 + parameters.negatives());
        NDArray scores = user.mul(item).sum(new int[] {2});
        NDArray advantage = scores.get(new NDIndex(":, 0:1")).sub(scores.get(new NDIndex(":, 1:")));
        // -ln sigmoid(x) = softplus(-x), which neither overflows nor loses small values.
        NDArray ranking = advantage.neg().getNDArrayInternal().softPlus().mean();
        NDArray length = user.square().sum().add(item.square().sum());
        // A constant that backward needs must live as long as the step: one that DJL makes of a number is freed at
        // once.
        NDArray strength = step.manager().create((float) (parameters.regularization() / (2.0 * rows)));
        return ranking.add(length.mul(strength));
    }

    @Override
    public TrainedModel model() {
        return FoldInFactorsModel.leastSquares(
                ModelInfo.of(new MfProvider(), parameters),
                interactions.users(),
                interactions.items(),
                histories,
                userFactors(),
                itemFactors());
    }

    /** User vectors as they are now, users x d; zeros for a user without interactions. */
    FloatMatrix userFactors() {
        return users.copy(0, users.rows());
    }

    /** Item vectors as they are now, items x d. An item nobody had was drawn as a negative like any other. */
    FloatMatrix itemFactors() {
        return items.copy(0, items.rows());
    }
}
