package io.kindred.evaluation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.kindred.evaluation", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleBordersTest {
    @ArchTest
    static final ArchRule NEEDS_CORE_DISTRIBUTIONS_AND_YAML_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.kindred.evaluation..",
                    "io.kindred.core..",
                    "org.apache.commons.math3..",
                    "org.snakeyaml.engine..",
                    "com.sun.management..",
                    "java..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("io.kindred.evaluation.(*)..").should().beFreeOfCycles();
}
