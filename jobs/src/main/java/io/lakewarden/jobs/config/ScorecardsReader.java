package io.lakewarden.jobs.config;

import io.lakewarden.drift.Scorecard;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@link Scorecard} by column. */
final class ScorecardsReader {
    /** Beyond, sums over many rows would lose their digits. */
    private static final double MOST_POINTS = 1e9;

    private static final String POINTS = "points, a number";

    private ScorecardsReader() {}

    static Map<String, Scorecard> read(Section section) {
        Map<String, Scorecard> scorecards = new LinkedHashMap<>();
        section.entries().forEach((column, field) -> field.section("bands, points or both, such as {bands: [500, 600]}")
                .ifPresent(it -> {
                    scorecard(it).ifPresent(scorecard -> scorecards.put(column, scorecard));
                    it.close();
                }));
        return scorecards;
    }

    private static Optional<Scorecard> scorecard(Section section) {
        Optional<Field> bands = section.field("bands");
        Optional<Field> points = section.field("points");
        OptionalDouble missing = points(section.field("missing"));
        if (bands.isPresent()) {
            return bands(bands.get(), points, missing);
        }
        OptionalDouble other = points(section.field("other"));
        if (points.isEmpty()) {
            section.problem("a scorecard lacks 'bands', the lower bounds of a score's bands, or 'points' by attribute");
            return Optional.empty();
        }
        return points.get()
                .section("points by attribute, such as {car: 10, home: 30}")
                .flatMap(attributes -> {
                    Map<String, Double> byAttribute = new LinkedHashMap<>();
                    attributes.entries().forEach((attribute, field) -> points(Optional.of(field))
                            .ifPresent(value -> byAttribute.put(attribute, value)));
                    if (attributes.entries().isEmpty()) {
                        attributes.problem(
                                points.get().path() + " is empty; expected points for at least one attribute");
                    }
                    return byAttribute.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Scorecard.Attributes(byAttribute, other, missing));
                });
    }

    private static Optional<Scorecard> bands(Field field, Optional<Field> pointsField, OptionalDouble missing) {
        String expected = "a lower bound, a number";
        List<Double> bounds = new ArrayList<>();
        for (Field item : field.items()) {
            Optional<Double> bound = item.number(-Double.MAX_VALUE / 2, Double.MAX_VALUE / 2, expected);
            if (bound.isEmpty()) {
                return Optional.empty();
            }
            if (!bounds.isEmpty() && bounds.get(bounds.size() - 1) >= bound.get()) {
                item.problem(item.path() + " is " + bound.get() + ", not above the " + bounds.get(bounds.size() - 1)
                        + " before it; expected rising bounds");
                return Optional.empty();
            }
            bounds.add(bound.get());
        }
        if (bounds.isEmpty()) {
            field.problem(field.path() + " is empty; expected lower bounds such as [500, 600]");
            return Optional.empty();
        }
        List<Double> points = new ArrayList<>();
        if (pointsField.isPresent()) {
            List<Field> items = pointsField.get().items();
            items.forEach(item -> points(Optional.of(item)).ifPresent(points::add));
            if (items.size() != bounds.size() + 1) {
                pointsField
                        .get()
                        .problem(pointsField.get().path() + " has " + items.size() + " numbers; expected "
                                + (bounds.size() + 1)
                                + ", one for each band and one for what is below the first bound");
            }
            if (points.size() != bounds.size() + 1) {
                return Optional.empty();
            }
        }
        return Optional.of(new Scorecard.Bands(bounds, points, missing));
    }

    private static OptionalDouble points(Optional<Field> field) {
        return field.flatMap(it -> it.number(-MOST_POINTS, MOST_POINTS, POINTS))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }
}
