package io.lakewarden.report.chart;

import io.lakewarden.report.TrendPoint;
import java.util.List;
import java.util.function.Predicate;

/** The paths of a trend. Dots are lines of no length with round ends: they stay round however the box is stretched. */
final class TrendPath {
    private final List<TrendPoint> points;
    private final double bottom;
    private final double top;
    private final int height;
    private final int margin;

    TrendPath(List<TrendPoint> points, double bottom, double top, int height, int margin) {
        this.points = points;
        this.bottom = bottom;
        this.top = top;
        this.height = height;
        this.margin = margin;
    }

    String line() {
        StringBuilder path = new StringBuilder();
        for (int index = 0; index < points.size(); index++) {
            if (known(index)) {
                path.append(index > 0 && known(index - 1) && sameBins(index) ? 'L' : 'M')
                        .append(place(index));
            }
        }
        return path.toString();
    }

    String dots(Predicate<TrendPoint> chosen) {
        StringBuilder path = new StringBuilder();
        for (int index = 0; index < points.size(); index++) {
            if (known(index) && chosen.test(points.get(index))) {
                path.append('M').append(place(index)).append("h0");
            }
        }
        return path.toString();
    }

    String gaps() {
        StringBuilder path = new StringBuilder();
        for (int index = 0; index < points.size(); index++) {
            if (!known(index)) {
                path.append('M').append(x(index)).append(",0V").append(height);
            }
        }
        return path.toString();
    }

    String breaks() {
        StringBuilder path = new StringBuilder();
        for (int index = 1; index < points.size(); index++) {
            if (!sameBins(index)) {
                path.append('M')
                        .append((x(index - 1) + x(index)) / 2)
                        .append(",0V")
                        .append(height);
            }
        }
        return path.toString();
    }

    long y(double value) {
        return height - Box.at((Math.max(bottom, value) - bottom) / (top - bottom), height);
    }

    private boolean known(int index) {
        return points.get(index).value().number().isPresent();
    }

    private boolean sameBins(int index) {
        return points.get(index).binningId().equals(points.get(index - 1).binningId());
    }

    private String place(int index) {
        return x(index) + "," + y(points.get(index).value().number().orElseThrow());
    }

    long x(int index) {
        return points.size() == 1
                ? Box.WIDTH / 2
                : margin + Box.at(index / (points.size() - 1.0), Box.WIDTH - 2 * margin);
    }
}
