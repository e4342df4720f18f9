package io.kindred.core.tck.broken;

import io.kindred.core.model.ModelCatalog;
import io.kindred.core.model.ModelProvider;
import io.kindred.core.tck.ModelProviderContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The kit on the toy; which fault it has is a configuration parameter of the run. Started by the self-test alone. */
@ExtendWith(ToyContractCase.FaultOfTheRun.class)
final class ToyContractCase extends ModelProviderContract<ToyParameters> {
    static final String FAULT = "kindred.fault";

    private final Fault fault;

    ToyContractCase(Fault fault) {
        this.fault = fault;
    }

    @Override
    protected ModelProvider<ToyParameters> provider() {
        return new ToyProvider(fault);
    }

    @Override
    protected ToyParameters fastParameters() {
        return new ToyParameters(0.5, 2);
    }

    @Override
    protected ModelCatalog catalog() {
        return ModelCatalog.of(fault == Fault.NOT_IN_THE_CATALOG ? List.of() : List.of(provider()));
    }

    @Override
    protected Duration stopLimit() {
        return Duration.ofSeconds(4);
    }

    /** Reads the fault from the configuration of the run. */
    static final class FaultOfTheRun implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Fault.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Fault.valueOf(context.getConfigurationParameter(FAULT).orElseThrow());
        }
    }
}
