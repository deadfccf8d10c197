package io.lakewarden.benchmarks.profile.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GeneratedColumnTest {
    private static final int ROWS = 20_000;

    @Test
    void drawsTheSameCellsAtAnyTimeAndInAnyOrder() {
        List<Object> forwards = cells(column(Recipe.COMMENT, 17), 500);
        GeneratedColumn again = column(Recipe.COMMENT, 17);

        for (int row = 499; row >= 0; row--) {
            assertThat(again.value(row)).isEqualTo(forwards.get(row));
        }
    }

    /** Whoever changes what is drawn must write the tables anew, see {@link TableFiles}. */
    @Test
    void drawsWhatItAlwaysDrew() {
        List<Object> fourthRow = new TableSize(1, 20)
                .table().stream().map(column -> column.value(3)).toList();

        assertThat(fourthRow)
                .hasToString("[60.92878229076877, 29.18, 162273340761807, sku-fyix38, 49, state-6, 1724308443494194,"
                        + " 0.5403902057270014, true, 13122, 54beb4ec34ab5295, 107, 19170, 15.3, kaixka 22, 4, 49610,"
                        + " grotorve vedunrenmi grovemiash dunhalgrohal halmi, 0.10681178, C3]");
    }

    @Test
    void givesOtherPlacesAndSeedsOtherCells() {
        List<Object> cells = cells(column(Recipe.RATE, 7), 100);

        assertThat(cells(column(Recipe.RATE, 27), 100)).isNotEqualTo(cells);
        assertThat(cells(new GeneratedColumn(Recipe.RATE, 7, TableSize.SEED + 1), 100))
                .isNotEqualTo(cells);
    }

    @Test
    void leavesTwoPercentOfTheCellsEmpty() {
        for (GeneratedColumn column : new TableSize(ROWS, 20).table()) {
            long nulls = cells(column, ROWS).stream().filter(Objects::isNull).count();

            // Five standard deviations of a count with chance 0.02.
            assertThat((double) nulls).isBetween(400.0 - 100, 400.0 + 100);
        }
    }

    @Test
    void drawsTheClassThatItsTypePromises() {
        for (GeneratedColumn column : new TableSize(1, 20).table()) {
            Class<?> expected =
                    switch (column.recipe().physical()) {
                        case DOUBLE -> Double.class;
                        case FLOAT -> Float.class;
                        case INT, DATE -> Integer.class;
                        case LONG, TIMESTAMP, DECIMAL -> Long.class;
                        case BOOLEAN -> Boolean.class;
                        case STRING -> String.class;
                    };
            assertThat(cells(column, 200)).filteredOn(Objects::nonNull).hasOnlyElementsOfType(expected);
        }
    }

    @Test
    void skewsTextsAndHardlyRepeatsIds() {
        List<Object> terms = cells(column(Recipe.SEARCH_TERM, 14), ROWS);
        long mostFrequent = terms.stream()
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();

        assertThat(mostFrequent).isBetween(ROWS / 20L, ROWS / 5L);
        assertThat(distinct(column(Recipe.SESSION_ID, 10))).isGreaterThan(ROWS * 95 / 100);
        assertThat(distinct(column(Recipe.CUSTOMER_ID, 2))).isGreaterThan(ROWS * 95 / 100);
        assertThat(distinct(column(Recipe.STATE, 5))).isEqualTo(12);
    }

    private static int distinct(GeneratedColumn column) {
        Set<Object> values = new HashSet<>(cells(column, ROWS));
        values.remove(null);
        return values.size();
    }

    private static GeneratedColumn column(Recipe recipe, int place) {
        return new GeneratedColumn(recipe, place, TableSize.SEED);
    }

    private static List<Object> cells(GeneratedColumn column, int rows) {
        return LongStream.range(0, rows).mapToObj(column::value).collect(Collectors.toList());
    }
}
