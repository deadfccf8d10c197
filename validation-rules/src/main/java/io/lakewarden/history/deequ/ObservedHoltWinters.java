package io.lakewarden.history.deequ;

import com.amazon.deequ.anomalydetection.Anomaly;
import com.amazon.deequ.anomalydetection.seasonal.HoltWinters;
import io.lakewarden.history.ExpectedBand;
import java.io.OutputStream;
import java.util.List;
import scala.Console;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Vector;

/**
 * Deequ's Holt–Winters, which tells what it forecasts: the last model that it computes is the fitted one. It is handed numbers
 * of mean 0 and deviation 1, for its search for a fit breaks where squares are large; the model is additive, so that this
 * changes nothing else. What Deequ prints while it fits goes nowhere, for standard output is for results.
 */
final class ObservedHoltWinters extends HoltWinters {
    /** So many deviations Deequ takes for expected. */
    private static final double DEVIATIONS = 1.96;

    private final double mean;
    private final double deviation;
    private HoltWinters.ModelResults fitted;

    /** For the values that follow some. */
    ObservedHoltWinters(int season, List<Double> earlier) {
        super(season);
        this.mean = Bands.mean(earlier);
        double spread = Bands.sampleDeviation(earlier);
        this.deviation = spread == 0 ? 1 : spread;
    }

    @Override
    public HoltWinters.ModelResults additiveHoltWinters(
            Seq<Object> series, int season, int forecasts, double alpha, double beta, double gamma) {
        fitted = super.additiveHoltWinters(series, season, forecasts, alpha, beta, gamma);
        return fitted;
    }

    /** {@inheritDoc} The places of anomalies are those of the series, their values are not. */
    @Override
    public Seq<Tuple2<Object, Anomaly>> detect(Vector<Object> series, Tuple2<Object, Object> searched) {
        List<Double> standard = JavaConverters.seqAsJavaList(series).stream()
                .map(value -> ((Double) value - mean) / deviation)
                .toList();
        try {
            return Console.withOut(
                    OutputStream.nullOutputStream(), () -> super.detect(ScalaSeries.of(standard), searched));
        } catch (AssertionError e) {
            // The search for a fit asserts about its steps what rounding may break.
            throw new ArithmeticException("no model can be fitted to them");
        }
    }

    /** The forecast after some values, and what its errors on them allow. */
    ExpectedBand bandAfter(List<Double> earlier) {
        int next = earlier.size();
        detect(ScalaSeries.of(earlier, mean), new Tuple2<>(next, next + 1));
        double forecast = mean + deviation * (Double) fitted.forecasts().head();
        List<Double> errors = JavaConverters.seqAsJavaList(fitted.residuals()).stream()
                .map(error -> Math.abs((Double) error))
                .toList();
        double width = DEVIATIONS * deviation * Bands.sampleDeviation(errors);
        return Bands.band(forecast - width, forecast + width);
    }
}
