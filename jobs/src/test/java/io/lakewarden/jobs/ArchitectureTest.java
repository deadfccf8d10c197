package io.lakewarden.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the packages against the table in docs/architecture.md. */
@AnalyzeClasses(packages = "io.lakewarden", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule roomsMeetInJobsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.lakewarden..")
            .layer("core")
            .definedBy(
                    "io.lakewarden.result..",
                    "io.lakewarden.profile..",
                    "io.lakewarden.drift..",
                    "io.lakewarden.outlier..")
            .layer("spark")
            .definedBy("io.lakewarden.spark..")
            .layer("rules")
            .definedBy(
                    "io.lakewarden.history..",
                    "io.lakewarden.schema..",
                    "io.lakewarden.integrity..",
                    "io.lakewarden.rules..",
                    "io.lakewarden.yaml..")
            .layer("report")
            .definedBy("io.lakewarden.report..")
            .layer("simulator")
            .definedBy("io.lakewarden.simulator..")
            .layer("jobs")
            .definedBy("io.lakewarden.jobs..")
            .whereLayer("core")
            .mayNotAccessAnyLayer()
            .whereLayer("spark")
            .mayOnlyAccessLayers("core")
            .whereLayer("rules")
            .mayOnlyAccessLayers("core", "spark")
            .whereLayer("report")
            .mayOnlyAccessLayers("core")
            .whereLayer("simulator")
            .mayOnlyAccessLayers("core")
            .whereLayer("jobs")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule mathematicsKnowsNoOutsideWorld = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.lakewarden.result..",
                    "io.lakewarden.profile..",
                    "io.lakewarden.drift..",
                    "io.lakewarden.outlier..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.spark..",
                    "scala..",
                    "org.apache.hadoop..",
                    "java.nio.file..",
                    "java.sql..",
                    "java.net..");

    @ArchTest
    static final ArchRule profilesKnowNoDrift = noClasses()
            .that()
            .resideInAnyPackage("io.lakewarden.result..", "io.lakewarden.profile..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lakewarden.drift..", "io.lakewarden.outlier..");

    @ArchTest
    static final ArchRule oneAdapterKnowsDeequ = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.lakewarden.rules.deequ..", "io.lakewarden.history.deequ..", "io.lakewarden.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.amazon.deequ..");

    @ArchTest
    static final ArchRule reportsAndConfigurationKnowNoSpark = noClasses()
            .that()
            .resideInAnyPackage("io.lakewarden.report..", "io.lakewarden.jobs.config..", "io.lakewarden.jobs.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..");
}
