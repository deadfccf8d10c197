package io.lakewarden.rules.deequ;

import io.lakewarden.rules.measure.Bounds;
import java.io.Serializable;
import scala.runtime.AbstractFunction1;

/** What a constraint of Deequ asserts: that its number lies between bounds. */
final class Within extends AbstractFunction1<Object, Object> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Bounds bounds;

    Within(Bounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public Object apply(Object value) {
        return bounds.hold((Double) value);
    }
}
