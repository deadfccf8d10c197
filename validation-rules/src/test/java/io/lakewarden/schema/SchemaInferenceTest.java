package io.lakewarden.schema;

import static io.lakewarden.schema.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.schema.Folds.Basis;
import io.lakewarden.schema.constraint.DomainConstraint;
import io.lakewarden.schema.constraint.PresenceConstraint;
import io.lakewarden.schema.constraint.RangeConstraint;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaInferenceTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSchemaAcceptsEveryFoldThatItWasMadeFrom(int seed) {
        Random random = new Random(seed);
        for (Basis basis : Basis.values()) {
            List<DatasetProfile> folds = new ArrayList<>();
            for (int fold = 0; fold < 1 + random.nextInt(6); fold++) {
                folds.add(randomFold(random));
            }
            InferredSchema inferred = SchemaInference.infer(new Folds(folds, basis), 50);

            for (DatasetProfile fold : folds) {
                // What is expected of the size of a window is no matter of its parts.
                TableSchema columns = TableSchema.of(inferred.schema().columns());
                assertThat(SchemaValidation.check(columns, SchemaObservation.of(fold)))
                        .as(inferred.text())
                        .extracting(Finding::status)
                        .containsExactly(Status.PASS);
            }
            assertThat(Tables.schema(inferred.text())).isEqualTo(inferred.schema());
        }
    }

    /** Columns that drift, lose values, gain categories and repeat, by chance. */
    private static DatasetProfile randomFold(Random random) {
        int rows = 1 + random.nextInt(random.nextBoolean() ? 40 : 3_000);
        double nulls = random.nextDouble() * random.nextDouble();
        int shift = random.nextInt(3);
        List<Object> amounts = new ArrayList<>();
        List<Object> ids = new ArrayList<>();
        List<Object> wide = new ArrayList<>();
        List<Object> cities = new ArrayList<>();
        List<Object> mails = new ArrayList<>();
        List<Object> days = new ArrayList<>();
        List<Object> tags = new ArrayList<>();
        List<Object> truths = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            boolean gone = random.nextDouble() < nulls;
            double number = random.nextInt(500) == 0 ? Double.NaN : random.nextGaussian() * 10 - shift;
            amounts.add(gone ? null : (Object) number);
            ids.add(row + shift * 1_000);
            wide.add((1L << 60) + random.nextInt(5));
            cities.add(gone ? null : "c" + random.nextInt(3 + shift));
            mails.add("m" + row + (random.nextInt(2_000) == 0 ? "" : "@example.org"));
            days.add(Instant.EPOCH.plusSeconds(86_400L * random.nextInt(100 * (shift + 1))));
            tags.add(random.nextInt(4));
            truths.add(random.nextBoolean());
        }
        return table().with("amount", "double", amounts)
                .with("id", "int", ids)
                .with("wide", "bigint", wide)
                .with("city", "string", cities)
                .with("mail", "string", mails)
                .with("day", "date", days)
                .with("tags", "array<int>", tags)
                .with("truth", "boolean", truths)
                .profile();
    }

    @Test
    void theFileThatPeopleSeeStays() throws IOException {
        assertThat(SchemaInference.infer(new Folds(orders(), Basis.WINDOWS), 50).text())
                .isEqualTo(SchemaTextTest.golden("orders.yaml"));
    }

    /** Six windows of orders: all kinds of columns, of which the later windows confirm some and refute others. */
    static List<DatasetProfile> orders() {
        Random random = new Random(1);
        List<DatasetProfile> folds = new ArrayList<>();
        for (int fold = 0; fold < 6; fold++) {
            int first = fold * 200;
            int last = fold;
            List<Integer> rows = IntStream.range(first, first + 200).boxed().toList();
            folds.add(table().with("id", "int", rows)
                    .with(
                            "amount",
                            "double",
                            rows.stream()
                                    .map(i -> 5 + random.nextInt(9_000) / 100.0)
                                    .toList())
                    .with(
                            "currency",
                            "string",
                            rows.stream()
                                    .map(i -> List.of("CHF", "EUR", "USD").get(i % 3))
                                    .toList())
                    .with(
                            "status",
                            "string",
                            rows.stream()
                                    .map(i -> List.of("open", "paid", "no").get(i % 3))
                                    .toList())
                    .with(
                            "channel",
                            "string",
                            rows.stream()
                                    .map(i -> i % 50 == 0 ? "new" + last : "web")
                                    .toList())
                    .with(
                            "coupon",
                            "string",
                            rows.stream()
                                    .map(i -> i % 10 == 0 ? "SUMMER" : null)
                                    .toList())
                    .with(
                            "mail",
                            "string",
                            rows.stream().map(i -> "m" + i + "@example.org").toList())
                    .with("country", "string", rows.stream().map(i -> "CH").toList())
                    .with(
                            "rate",
                            "double",
                            rows.stream()
                                    .map(i -> i == 1_100 ? Double.NaN : 0.5)
                                    .toList())
                    .with(
                            "at",
                            "timestamp",
                            rows.stream()
                                    .map(i -> Instant.parse("2026-01-01T00:00:00Z")
                                            .plusSeconds(i * 3_600L))
                                    .toList())
                    .with(
                            "items",
                            "array<int>",
                            rows.stream().map(i -> 1 + i % 4).toList())
                    .profile());
        }
        return folds;
    }

    @Test
    void theRuleOfThreeSaysHowMuchNothingProves() {
        List<DatasetProfile> folds = IntStream.range(0, 9)
                .mapToObj(fold -> table().with("x", "string", Tables.repeated(100, "a", "b"))
                        .profile())
                .toList();

        InferredSchema inferred = SchemaInference.infer(new Folds(folds, Basis.WINDOWS), 50);

        // Three folds of 200 rows were held out: 3 / 600 of the rows, and too few folds to say anything of them.
        assertThat(inferred.text())
                .contains("2 values; broken by 0 of 600 cells in 3 later folds: at 95 % at most 0.5 %")
                .contains("no nulls; broken by 0 of 3 later folds: too few to say more");
    }

    @Test
    void ofASingleFoldNothingIsCheckedAndThatIsSaid() {
        InferredSchema inferred = SchemaInference.infer(
                new Folds(List.of(table().with("x", "int", 1, 2).profile()), Basis.ROWS), 50);

        assertThat(inferred.text()).contains("not checked, for there is one fold only");
    }

    @Test
    void aCounterHasNoRange() {
        List<DatasetProfile> rising = IntStream.range(0, 6)
                .mapToObj(fold -> table().with(
                                "counter",
                                "int",
                                IntStream.range(fold * 1_000, fold * 1_000 + 100)
                                        .boxed()
                                        .toList())
                        .profile())
                .toList();

        InferredSchema inferred = SchemaInference.infer(new Folds(rising, Basis.WINDOWS), 50);

        assertThat(inferred.schema().column("counter").orElseThrow().constraint("range"))
                .isEmpty();
        assertThat(inferred.text())
                .contains("# no range: each fold of time lies above the one before, as in a counter");
    }

    @Test
    void aDomainThatLaterFoldsGoBeyondStaysOpen() {
        List<DatasetProfile> folds = new ArrayList<>();
        for (int fold = 0; fold < 6; fold++) {
            List<String> values = Tables.repeated(99, "web");
            values.add("new" + fold);
            folds.add(table().with("channel", "string", values).profile());
        }

        InferredSchema inferred = SchemaInference.infer(new Folds(folds, Basis.WINDOWS), 50);

        assertThat(inferred.schema().column("channel").orElseThrow().constraint("domain"))
                .hasValueSatisfying(domain ->
                        assertThat(((DomainConstraint) domain).minimumMass()).isEqualTo(0.98));
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void howManyRowsThereAreIsLearnedFromWholeDatasetsOnly(Basis basis) {
        List<DatasetProfile> folds = List.of(
                table().with("x", "int", 1, 2, 3, 4).profile(),
                table().with("x", "int", 1, 2, 3, 4, 5, 6).profile());

        assertThat(SchemaInference.infer(new Folds(folds, basis), 50)
                        .schema()
                        .rows()
                        .number()
                        .words())
                .isEqualTo(
                        switch (basis) {
                            case WINDOWS -> "2 to 12";
                            case ROWS -> "at least 5";
                            case PERIODS -> "any number";
                        });
    }

    @Test
    void longListsOfValuesAreNoDomain() {
        List<String> values = Tables.repeated(
                20, IntStream.range(0, 60).mapToObj(i -> "v" + i).toArray(String[]::new));
        Folds folds = new Folds(List.of(table().with("x", "string", values).profile()), Basis.WINDOWS);

        assertThat(SchemaInference.infer(folds, 50)
                        .schema()
                        .column("x")
                        .orElseThrow()
                        .constraint("domain"))
                .isEmpty();
        assertThat(SchemaInference.infer(folds, 60)
                        .schema()
                        .column("x")
                        .orElseThrow()
                        .constraint("domain"))
                .isPresent();
    }

    @Test
    void codesHaveTheirOwnEndsAndMeasurementsHaveRoom() {
        DatasetProfile data = table().with("code", "int", 1, 4, 2, 3)
                .with("temperature", "double", -10.5, 30.25)
                .with("price", "double", 3.0, 43.0)
                .with("warm", "double", 6.1, 44.6)
                .with("pressure", "double", 990.0, 1_030.0)
                .with("debt", "double", -43.0, -3.0)
                .with("age", "bigint", IntStream.range(20, 62).boxed().toList())
                .profile();
        TableSchema schema = SchemaInference.infer(new Folds(List.of(data), Basis.WINDOWS), 50)
                .schema();

        assertThat(schema.column("code").orElseThrow().constraint("range")).contains(RangeConstraint.of(1, 4));
        assertThat(schema.column("temperature").orElseThrow().constraint("range"))
                .contains(RangeConstraint.of(-52, 71));
        // Amounts begin close to 0 and end there; what is warm may be below it.
        assertThat(schema.column("price").orElseThrow().constraint("range")).contains(RangeConstraint.of(0, 83));
        assertThat(schema.column("debt").orElseThrow().constraint("range")).contains(RangeConstraint.of(-83, 0));
        assertThat(schema.column("warm").orElseThrow().constraint("range")).contains(RangeConstraint.of(-33, 84));
        assertThat(schema.column("pressure").orElseThrow().constraint("range"))
                .contains(RangeConstraint.of(950, 1_100));
        assertThat(schema.column("age").orElseThrow().constraint("range")).contains(RangeConstraint.of(0, 110));
    }

    @Test
    void aHeavyTailHasMoreRoom() {
        List<Object> amounts = new ArrayList<>(IntStream.range(0, 1_000).boxed().toList());
        amounts.add(16_000);
        DatasetProfile data = table().with("amount", "int", amounts).profile();

        RangeConstraint range = (RangeConstraint) SchemaInference.infer(new Folds(List.of(data), Basis.WINDOWS), 50)
                .schema()
                .column("amount")
                .orElseThrow()
                .constraint("range")
                .orElseThrow();

        // 16,000 lies 31.6 times as far from the median, 500, as 990 does: 500 + 31.6^(2/3) · 15,500 is 155,400.
        assertThat(range.minimum()).hasValue(0);
        assertThat(range.maximum().orElseThrow()).isBetween(150_000.0, 160_000.0);
    }

    @Test
    void whatIsWidenedIsLearnedAgainWithTheSameRoom() {
        // In the last but one of six windows every tenth cell is missing and numbers reach 300, three times what was
        // seen before.
        List<DatasetProfile> folds = new ArrayList<>();
        for (int fold = 0; fold < 6; fold++) {
            List<Object> amounts = new ArrayList<>();
            for (int row = 0; row < 100; row++) {
                amounts.add(fold == 4 && row % 10 == 0 ? null : (Object) (row * (fold == 4 ? 3.0 : 1)));
            }
            folds.add(table().with("amount", "double", amounts).profile());
        }
        folds.add(2, folds.get(0));
        folds.add(2, folds.get(0));
        folds.add(2, folds.get(0));

        InferredSchema inferred = SchemaInference.infer(new Folds(folds, Basis.WINDOWS), 50);

        ColumnSchema amount = inferred.schema().column("amount").orElseThrow();
        assertThat(amount.constraint("presence")).contains(new PresenceConstraint(0.8, 1));
        assertThat(amount.constraint("range")).contains(RangeConstraint.of(0, 600));
        assertThat(inferred.text()).contains("widened, for 1 of 3 later folds went beyond what was learned");
    }

    @Test
    void fewValuesMayBeNoneAndOnesThatEndedAreTold() {
        List<DatasetProfile> folds = new ArrayList<>();
        for (int fold = 0; fold < 6; fold++) {
            List<Object> holidays = new ArrayList<>(Collections.nCopies(100, null));
            holidays.set(fold, "Labor Day");
            List<Object> measured = new ArrayList<>(Collections.nCopies(100, fold < 2 ? 1.5 : null));
            folds.add(table().with("holiday", "string", holidays)
                    .with("sensor", "double", measured)
                    .profile());
        }

        InferredSchema inferred = SchemaInference.infer(new Folds(folds, Basis.WINDOWS), 50);

        assertThat(inferred.schema().column("holiday").orElseThrow().constraint("presence"))
                .isEmpty();
        assertThat(inferred.text())
                .contains(
                        "# no presence: there is no value in the last 4 of 6 folds of time, though there were before; it may"
                                + " have ended\n  sensor:");
    }

    @Test
    void aLargeKeyIsSuspectedButNotClaimed() {
        DatasetProfile data = table().with(
                        "id", "bigint", IntStream.range(0, 20_000).boxed().toList())
                .profile();
        InferredSchema inferred = SchemaInference.infer(new Folds(List.of(data), Basis.ROWS), 50);

        assertThat(inferred.schema().column("id").orElseThrow().constraint("unique"))
                .isEmpty();
        assertThat(inferred.text())
                .contains("# likely a key: about as many different values as there are cells (20,000 cells)");
    }

    @Test
    void withoutRowsThereIsNothingToLearn() {
        List<DatasetProfile> none = List.of(table().with("x", "int").profile());

        assertThatThrownBy(() -> new Folds(none, Basis.ROWS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is nothing to learn from without rows");
    }
}
