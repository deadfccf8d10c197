package io.lakewarden.jobs.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Numbers that stand for "no value", such as -200 among temperatures: the least or greatest value, often, far from or of
 * another sign than all others, and a number that people choose for that.
 *
 * @param taken how they are written in the data
 * @param note what else looks like one, for a person to decide
 */
record Sentinels(List<String> taken, Optional<String> note) {
    private static final Sentinels NONE = new Sentinels(List.of(), Optional.empty());
    private static final int FEWEST_OTHERS = 12;
    private static final int FEWEST_ROWS = 3;

    Sentinels {
        taken = List.copyOf(taken);
    }

    static Sentinels of(Map<String, Integer> counts) {
        NavigableMap<Double, Integer> values = new TreeMap<>();
        counts.forEach((text, count) -> values.merge(Double.parseDouble(text) + 0.0, count, Integer::sum));
        if (values.size() <= FEWEST_OTHERS) {
            return NONE;
        }
        double least = values.firstKey();
        double second = values.higherKey(least);
        double greatest = values.lastKey();
        double lastButOne = values.lowerKey(greatest);
        boolean lonelyBelow = second - least > 2 * (greatest - second);
        boolean lonelyAbove = greatest - lastButOne > 2 * (lastButOne - least);
        boolean onlyNegative = least < 0 && second >= 0;
        if (values.get(least) >= FEWEST_ROWS && least < 0 && isChosen(-least) && (onlyNegative || lonelyBelow)) {
            return new Sentinels(written(counts, least), Optional.empty());
        }
        if (values.get(greatest) >= FEWEST_ROWS && lonelyAbove && isNines(greatest)) {
            return new Sentinels(written(counts, greatest), Optional.empty());
        }
        if (values.get(least) >= FEWEST_ROWS && (lonelyBelow || (least == -1 && onlyNegative))) {
            String text = written(counts, least).get(0);
            return new Sentinels(
                    List.of(),
                    Optional.of(Words.counted(values.get(least), "row") + " "
                            + (values.get(least) == 1 ? "holds " : "hold ")
                            + text + (lonelyBelow ? ", far from all others" : ", the only negative value")
                            + "; kept as a number: list it under source.null_values if it means missing"));
        }
        return NONE;
    }

    /** 9, 99, 999 … or 100, 200, 1000 …: nobody measures these below zero. */
    private static boolean isChosen(double magnitude) {
        boolean round = magnitude == Math.rint(magnitude)
                && String.valueOf((long) magnitude).matches("[1-9]00+");
        return magnitude == 9 || magnitude == 99 || isNines(magnitude) || round;
    }

    private static boolean isNines(double value) {
        return value == Math.rint(value) && String.valueOf((long) value).matches("999+");
    }

    private static List<String> written(Map<String, Integer> counts, double value) {
        List<String> texts = new ArrayList<>();
        counts.keySet().stream()
                .filter(text -> Double.parseDouble(text) == value)
                .forEach(texts::add);
        return texts;
    }
}
