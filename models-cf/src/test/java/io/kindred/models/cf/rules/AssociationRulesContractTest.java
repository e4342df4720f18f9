package io.kindred.models.cf.rules;

import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;

final class AssociationRulesContractTest extends ModelProviderContract<AssociationRulesParameters> {
    @Override
    protected ModelProvider<AssociationRulesParameters> provider() {
        return new AssociationRulesProvider();
    }

    @Override
    protected AssociationRulesParameters fastParameters() {
        return new AssociationRulesParameters(Interest.LIFT, 1, 0, 0, 50);
    }
}
