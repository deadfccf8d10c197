package io.lakewarden.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link SparkSession} as a parameter: one local session with two threads, shared by all tests of the JVM
 * and stopped after the last. A module adds settings of its own in {@code spark-test.properties} on its test classpath.
 */
public final class SparkExtension implements ParameterResolver {
    private static final String MODULE_SETTINGS = "/spark-test.properties";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SparkExtension.class))
                .getOrComputeIfAbsent(SharedSession.class, key -> new SharedSession(), SharedSession.class)
                .session;
    }

    private static final class SharedSession implements AutoCloseable {
        private final SparkSession session;

        SharedSession() {
            SparkSession.Builder builder = SparkSession.builder()
                    .master("local[2]")
                    .appName("tests")
                    .config("spark.ui.enabled", false)
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.session.timeZone", "UTC")
                    .config("spark.sql.shuffle.partitions", 2)
                    .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/warehouse");
            moduleSettings().forEach((key, value) -> builder.config(key.toString(), value.toString()));
            this.session = builder.getOrCreate();
            session.sparkContext().setLogLevel("ERROR");
        }

        private static Properties moduleSettings() {
            Properties settings = new Properties();
            try (InputStream in = SparkExtension.class.getResourceAsStream(MODULE_SETTINGS)) {
                if (in != null) {
                    settings.load(in);
                }
                return settings;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            session.stop();
        }
    }
}
