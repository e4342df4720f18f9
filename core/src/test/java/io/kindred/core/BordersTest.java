package io.kindred.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What core may depend on, and what must stay out of the path of a request so that it compiles natively. */
@AnalyzeClasses(packages = "io.kindred.core", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {
    @ArchTest
    static final ArchRule knowsNoFramework = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.kindred.core..",
                    "java..",
                    "jdk.incubator.vector..",
                    "org.apache.arrow.flatbuf..",
                    "com.google.flatbuffers..",
                    "com.fasterxml.jackson.core..")
            .because("core is the JDK, arrow-format and jackson-core's streaming classes");

    @ArchTest
    static final ArchRule noReflectionInTheRequestPath = noClasses()
            .that()
            .resideInAnyPackage(
                    "..core.scorer..",
                    "..core.math..",
                    "..core.arrow..",
                    "..core.artifact..",
                    "..core.online..",
                    "..core.data..",
                    "..core.id..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..", "sun.misc..", "jdk.internal..")
            .orShould()
            .callMethod(Class.class, "forName", String.class)
            .because("the native server has no reflection configuration");

    @ArchTest
    static final ArchRule noJavaSerialization = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.Object(In|Out)putStream")
            .because("artifacts and logs are read by code that knows what it reads");

    @ArchTest
    static final ArchRule jsonIsReadInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("io.kindred.core.json..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");
}
