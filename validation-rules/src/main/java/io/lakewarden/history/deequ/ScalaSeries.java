package io.lakewarden.history.deequ;

import java.util.ArrayList;
import java.util.List;
import scala.collection.JavaConverters;
import scala.collection.immutable.Vector;

/** Series as Deequ wants them; a zero has no sign in them. */
final class ScalaSeries {
    private ScalaSeries() {}

    static Vector<Object> of(List<Double> values) {
        List<Object> series = new ArrayList<>();
        values.forEach(value -> series.add(value + 0.0));
        return JavaConverters.asScalaBuffer(series).toVector();
    }

    /** Values, and one that follows them. */
    static Vector<Object> of(List<Double> values, double next) {
        List<Double> series = new ArrayList<>(values);
        series.add(next);
        return of(series);
    }
}
