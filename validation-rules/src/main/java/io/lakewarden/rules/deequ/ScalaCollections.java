package io.lakewarden.rules.deequ;

import java.util.List;
import scala.collection.JavaConverters;

/** Java's lists as Scala's. */
final class ScalaCollections {
    private ScalaCollections() {}

    static <T> scala.collection.immutable.List<T> list(List<T> list) {
        return JavaConverters.asScalaBuffer(list).toList();
    }
}
