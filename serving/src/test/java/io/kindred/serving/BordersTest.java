package io.kindred.serving;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Serving needs core alone, and nothing that a native image cannot have. */
@AnalyzeClasses(packages = "io.kindred.serving", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {
    @ArchTest
    static final ArchRule dependsOnCoreAlone = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.kindred.models..",
                    "io.kindred.featurestore..",
                    "io.kindred.evaluation..",
                    "io.kindred.cli..",
                    "ai.djl..",
                    "org.apache.arrow.vector..",
                    "org.apache.arrow.memory..");

    @ArchTest
    static final ArchRule noReflectionOnRequests = noClasses()
            .that()
            .resideInAnyPackage("..serving.api..", "..serving.slot..", "..serving.events..", "..serving.online..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect..", "sun.misc..")
            .orShould()
            .callMethod(Class.class, "forName", String.class);

    @ArchTest
    static final ArchRule noJavaSerialization =
            noClasses().should().dependOnClassesThat().haveNameMatching("java\\.io\\.Object(In|Out)putStream");
}
