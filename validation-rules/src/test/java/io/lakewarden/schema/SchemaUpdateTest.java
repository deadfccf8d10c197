package io.lakewarden.schema;

import static io.lakewarden.schema.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.schema.Folds.Basis;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person wrote stays where it is; what the data do not keep becomes weaker; what is new is added. */
class SchemaUpdateTest {
    private static final String WRITTEN =
            """
            # Our orders. Ask Ada before you change anything.
            rows: {min: 4, max: 5}   # small shop

            columns:
              # The price, in francs.
              price:
                range: {min: 0, max: 10}    # never free of charge
                nan: false
                presence:   # must be there
                  min_fraction: 1.0
              'a.b':
                domain: [x, "y"] # two of them
              city:
                domain:
                  # the capital
                  - Bern   # Ada lives here
                  - "Basel"
                  # no others yet
              mail: {format: email, unique: true}
              gone:   # soon
                type: int

            # The end.
            """;

    private static final DatasetProfile DATA = table().with("price", "double", 1.0, 12.5, Double.NaN, null, 3.0, 4.0)
            .with("a.b", "string", "x", "y", "z", "#1", "x", "x")
            .with("city", "string", "Bern", "Basel", "Thun", "🚲", "Bern", "Bern")
            .with("mail", "string", "a@b.ch", "a@b.ch", "c@d.ch", "none", "e@f.ch", "g@h.ch")
            .with("new: one", "int", 1, 2, 3, 1, 2, 3)
            .profile();

    @Test
    void onlyWhatTheDataDoNotKeepIsChanged() {
        SchemaUpdate.Outcome outcome = update(WRITTEN, DATA, false);

        assertThat(outcome.text())
                .isEqualTo(
                        """
                        # Our orders. Ask Ada before you change anything.
                        rows: {min: 4, max: 6}   # small shop

                        columns:
                          # The price, in francs.
                          price:
                            range: {min: 0, max: 12.5}    # never free of charge
                            nan: true
                            presence:   # must be there
                              min_fraction: 0.833
                          'a.b':
                            domain: [x, "y", "#1", "z"] # two of them
                          city:
                            domain:
                              # the capital
                              - Bern   # Ada lives here
                              - "Basel"
                              - Thun
                              - "🚲"
                              # no others yet
                          mail: {format: any, unique: false}
                          gone:   # soon
                            required: false
                            type: int
                          "new: one":
                            type: int
                            presence: {min_fraction: 1, min_count: 1}  # no nulls; not checked, for there is one fold only
                            range: {min: 1, max: 3}  # seen 1 to 3; not checked, for there is one fold only

                        # The end.
                        """);
        assertThat(outcome.diff())
                .startsWith(
                        """
                        --- schema.yaml
                        +++ schema.yaml
                        @@ -1,23 +1,30 @@
                         # Our orders. Ask Ada before you change anything.
                        -rows: {min: 4, max: 5}   # small shop
                        +rows: {min: 4, max: 6}   # small shop
                        """);
        assertThat(SchemaValidation.check(Tables.schema(outcome.text()), SchemaObservation.of(DATA)))
                .extracting(Finding::status)
                .containsExactly(Status.PASS);
    }

    @Test
    void aFileThatAcceptsTheDataStaysToTheLetter() {
        String once = update(WRITTEN, DATA, false).text();

        assertThat(update(once, DATA, false)).isEqualTo(new SchemaUpdate.Outcome(once, ""));
    }

    @Test
    void everythingAboutADiffCanBeAppliedByHand() {
        SchemaUpdate.Outcome outcome = update(WRITTEN, DATA, false);

        assertThat(Patches.apply(WRITTEN, outcome.diff())).isEqualTo(outcome.text());
    }

    @Test
    void whereMoreIsKeptThanIsDemandedTheFileCanBeTightened() {
        String loose =
                """
                columns:
                  price: {range: {min: -100, max: 1000}, presence: {min_fraction: 0.2}} # loose
                  city: {domain: [Bern, Basel, Genf]}
                """;
        DatasetProfile data = table().with("price", "double", 0.25, 3.0)
                .with("city", "string", "Bern", "Bern")
                .profile();

        assertThat(update(loose, data, false).diff()).isEmpty();
        assertThat(update(loose, data, true).text())
                .isEqualTo(
                        """
                        columns:
                          price: {range: {min: 0, max: 5.8}, presence: {min_fraction: 1}} # loose
                          city: {domain: [Bern, Basel, Genf]}
                        """);
    }

    @Test
    void anyFormOfYamlIsUnderstood() {
        DatasetProfile data = table().with("a", "string", "vv", "ww")
                .with("b", "string", "vv", "ww")
                .with("cc", "int", 1, 2)
                .profile();

        assertThat(update("columns: {a: {domain: []}, b: {domain: {values: [vv]}}, x: {}, y: }", data, false)
                        .text())
                .isEqualTo("columns: {a: {domain: [vv, ww]}, b: {domain: {values: [vv, ww]}}, x: {required: false},"
                        + " y: {required: false} , cc: {type: int, presence: {min_fraction: 1, min_count: 1},"
                        + " range: {min: 1, max: 2}}}");
    }

    @Test
    void linesMayEndAsTheyDoOnWindows() {
        DatasetProfile data = table().with("a", "string", "vv", "ww").profile();

        assertThat(update("columns:\r\n  a:\r\n    domain:\r\n      - vv\r\n", data, false)
                        .text())
                .isEqualTo("columns:\r\n  a:\r\n    domain:\r\n      - vv\r\n      - ww\r\n");
    }

    @Test
    void whereNotAllValuesAreKnownTheDomainDemandsLess() {
        List<String> values = Tables.repeated(50_000, "known");
        for (int i = 0; i < 5_000; i++) {
            values.add("rare" + i);
        }
        DatasetProfile data = table().with("a", "string", values).profile();
        String updated = update("columns:\n  a:\n    domain:\n      - known\n", data, false)
                .text();

        assertThat(updated).contains("min_mass: 0.").contains("values:\n      - known\n");
        assertThat(SchemaValidation.check(Tables.schema(updated), SchemaObservation.of(data)))
                .extracting(Finding::status)
                .containsExactly(Status.PASS);
    }

    @Test
    void whatIsNotExpectedInAnEnvironmentIsNotMissedThere() {
        DatasetProfile data = table().with("a", "int", 1, 2).profile();
        String text = "environments: [training, serving]\ncolumns: {a: {}, label: {not_in: [serving]}}\n";

        assertThat(update(text, data, Optional.of("serving"), false).diff()).isEmpty();
        assertThat(update(text, data, Optional.of("training"), false).text())
                .contains("label: {required: false, not_in: [serving]}");
    }

    private static SchemaUpdate.Outcome update(String text, DatasetProfile data, boolean tighten) {
        return update(text, data, Optional.empty(), tighten);
    }

    private static SchemaUpdate.Outcome update(
            String text, DatasetProfile data, Optional<String> environment, boolean tighten) {
        Folds folds = new Folds(List.of(data), Basis.ROWS);
        return SchemaUpdate.of(
                "schema.yaml",
                text,
                Tables.schema(text),
                environment,
                folds,
                SchemaInference.infer(folds, 50),
                tighten);
    }
}
