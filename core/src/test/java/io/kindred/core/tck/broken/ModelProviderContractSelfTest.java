package io.kindred.core.tck.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The kit finds each fault with exactly the tests that are about it, and nothing wrong with a sound model. */
final class ModelProviderContractSelfTest {
    @ParameterizedTest
    @EnumSource(Fault.class)
    void eachFaultIsFoundByTheTestsThatAreAboutIt(Fault fault) {
        TestExecutionSummary summary = run(ToyContractCase.class, fault);
        assertThat(failed(summary)).as("tests that fail on %s", fault).isEqualTo(fault.foundBy());
    }

    @Test
    void soundModelPassesEveryTest() {
        TestExecutionSummary summary = run(ToyContractCase.class, Fault.NONE);
        assertThat(summary.getTestsFoundCount()).isGreaterThan(20);
        assertThat(summary.getTestsSucceededCount()).isEqualTo(summary.getTestsFoundCount());
    }

    @Test
    void undocumentedParameterFailsItsOwnTestAlone() {
        TestExecutionSummary summary = run(UndocumentedContractCase.class, Fault.NONE);
        assertThat(failed(summary)).containsExactly("everyParameterIsDocumentedAndItsDefaultLegal");
    }

    @Test
    void everyTestOfTheKitIsNeededBySomeFaultOrIsAboutTheFramework() {
        Set<String> needed = new HashSet<>();
        Arrays.stream(Fault.values()).forEach(f -> needed.addAll(f.foundBy()));
        needed.add("everyParameterIsDocumentedAndItsDefaultLegal");
        // The schema and the dispatcher are core's own: a provider can hardly break these four.
        needed.addAll(Set.of(
                "parametersSurviveJson",
                "unknownParameterIsRefusedByName",
                "valueOutOfRangeIsRefusedWithTheLegalOnes",
                "askingForMoreThanThereIsGivesWhatThereIs"));
        Set<String> all = new HashSet<>();
        for (var method : io.kindred.core.tck.ModelProviderContract.class.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                all.add(method.getName());
            }
        }
        assertThat(needed).isEqualTo(all);
    }

    private static TestExecutionSummary run(Class<?> contract, Fault fault) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .configurationParameter(ToyContractCase.FAULT, fault.name())
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private static Set<String> failed(TestExecutionSummary summary) {
        Set<String> names = new HashSet<>();
        summary.getFailures()
                .forEach(f -> names.add(f.getTestIdentifier().getDisplayName().replace("()", "")));
        return names;
    }
}
