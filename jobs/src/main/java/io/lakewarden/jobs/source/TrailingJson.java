package io.lakewarden.jobs.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.apache.spark.sql.api.java.UDF1;

/** Says whether something stands on a line behind its first JSON value. Spark reads that value and drops the rest silently. */
final class TrailingJson implements UDF1<String, Boolean> {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public Boolean call(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() != null;
        } catch (IOException e) {
            return true;
        }
    }
}
