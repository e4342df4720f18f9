package io.kindred.models.cf.bandit;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;

final class EpsilonGreedyContractTest extends ModelProviderContract<EpsilonGreedyParameters> {
    @Override
    protected ModelProvider<EpsilonGreedyParameters> provider() {
        return new EpsilonGreedyProvider();
    }

    @Override
    protected EpsilonGreedyParameters fastParameters() {
        return new EpsilonGreedyParameters(0.2, 1, 1, RewardSource.IMPLICIT);
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none(
                "bandits without a context rank alike for everybody, so a checkerboard says nothing about them");
    }
}
