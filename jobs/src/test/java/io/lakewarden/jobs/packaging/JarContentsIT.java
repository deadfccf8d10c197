package io.lakewarden.jobs.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The jar for {@code spark-submit} must not bring what Spark brings. */
class JarContentsIT {
    private static final Path TARGET = Path.of(System.getProperty("lakewarden.target"));

    @Test
    void holdsNoClassThatSparkBrings() throws IOException {
        Set<String> sparks = new HashSet<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(TARGET.resolve("spark/jars"), "*.jar")) {
            for (Path jar : jars) {
                sparks.addAll(classesOf(jar));
            }
        }

        assertThat(sparks).contains("org/apache/spark/SparkContext.class", "scala/Option.class");
        assertThat(classesOf(TARGET.resolve("lakewarden.jar")))
                .contains(
                        "io/lakewarden/jobs/cli/Lakewarden.class",
                        "com/amazon/deequ/analyzers/runners/AnalysisRunner.class")
                .doesNotContainAnyElementsOf(sparks);
    }

    @Test
    void holdsNoLibraryThatClustersBringInOtherVersions() throws IOException {
        assertThat(classesOf(TARGET.resolve("lakewarden.jar")))
                .noneMatch(name -> name.startsWith("scala/")
                        || name.startsWith("com/fasterxml/")
                        || name.startsWith("org/yaml/")
                        || name.startsWith("org/antlr/")
                        || name.startsWith("org/slf4j/")
                        || name.startsWith("org/apache/log4j/")
                        || name.startsWith("org/apache/logging/")
                        || name.startsWith("org/apache/spark/SparkContext"));
    }

    private static Set<String> classesOf(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .collect(Collectors.toSet());
        }
    }
}
