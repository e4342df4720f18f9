package io.kindred.models.cf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.kindred.core.model.Recommender;

/** Trainers train; what scores lives in core, so that serving never needs this jar. */
@AnalyzeClasses(packages = "io.kindred.models.cf", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {
    @ArchTest
    static final ArchRule dependsOnCoreAndLinearAlgebraAlone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.kindred.models.cf..",
                    "io.kindred.core..",
                    "java..",
                    "jdk.incubator.vector..",
                    "org.apache.commons.math3..",
                    "dev.ludovic.netlib..",
                    "org.netlib.util..");

    @ArchTest
    static final ArchRule holdsNoScoringCode =
            noClasses().should().beAssignableTo(Recommender.class).because("serving forms live in core.scorer");
}
