package io.lakewarden.rules.deequ;

import com.amazon.deequ.analyzers.DoubleValuedState;

/** The value of an aggregate. Of two datasets together it is unknown: that is what makes it a custom one. */
final class AggregateState implements DoubleValuedState<AggregateState> {
    private final double value;

    AggregateState(double value) {
        this.value = value;
    }

    @Override
    public AggregateState sum(AggregateState other) {
        throw new UnsupportedOperationException("the value of an aggregate does not tell that of more rows");
    }

    @Override
    public double metricValue() {
        return value;
    }
}
