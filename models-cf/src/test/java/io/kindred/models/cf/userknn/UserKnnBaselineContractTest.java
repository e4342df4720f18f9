package io.kindred.models.cf.userknn;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.model.ParameterSchema;
import io.kindred.core.tck.ModelProviderContract;
import io.kindred.core.tck.QualityFloor;
import java.util.Map;

final class UserKnnBaselineContractTest extends ModelProviderContract<UserKnnParameters> {
    @Override
    protected ModelProvider<UserKnnParameters> provider() {
        return new UserKnnProvider();
    }

    @Override
    protected UserKnnParameters fastParameters() {
        return ParameterSchema.of(new UserKnnProvider())
                .fromMap(Map.of(
                        "ratings",
                        "baseline",
                        "similarity",
                        "pearson-baseline",
                        "shrink",
                        0,
                        "neighbours",
                        40,
                        "stored",
                        30));
    }

    @Override
    protected QualityFloor qualityFloor() {
        return QualityFloor.none("predicts ratings, and the checkerboard has none");
    }
}
