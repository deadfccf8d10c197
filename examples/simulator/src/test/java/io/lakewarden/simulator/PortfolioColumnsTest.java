package io.lakewarden.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.simulator.ValueType.Listing;
import io.lakewarden.simulator.ValueType.Scalar;
import io.lakewarden.simulator.ValueType.Struct;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioColumnsTest {
    private static final List<Application> ROWS =
            new LendingPortfolio(5, 20_000, LabelPolicy.APPROVED_ONLY).month(3).toList();

    @Test
    void everyValueHasTheDeclaredTypeAndOnlyNullableColumnsHoldNulls() {
        for (SimulatedColumn column : PortfolioColumns.all()) {
            for (Application row : ROWS) {
                Object value = column.value(row);
                if (value == null) {
                    assertThat(column.nullable()).as(column.name()).isTrue();
                } else {
                    assertThat(matches(column.type(), value)).as(column.name()).isTrue();
                }
            }
        }
    }

    @Test
    void everyNullableColumnDoesHoldNulls() {
        assertThat(PortfolioColumns.all().stream().filter(SimulatedColumn::nullable))
                .hasSize(5)
                .allMatch(column -> ROWS.stream().anyMatch(row -> column.value(row) == null));
    }

    @Test
    void thereAreFeaturesOfAllKinds() {
        assertThat(PortfolioColumns.all().stream()
                        .filter(column -> column.role() == ColumnRole.FEATURE)
                        .map(column -> column.type().ddl()))
                .contains(
                        "int",
                        "double",
                        "decimal(12,2)",
                        "string",
                        "boolean",
                        "date",
                        "array<double>",
                        "struct<score:int,utilization:double,delinquencies:int>");
        assertThat(PortfolioColumns.all().stream().filter(column -> column.role() == ColumnRole.PROTECTED))
                .hasSize(2);
    }

    @Test
    void aTableIsDefinedFromTheColumns() {
        assertThat(PortfolioColumns.ddl(PortfolioColumns.outcomes()))
                .isEqualTo("application_id string NOT NULL, defaulted boolean, label_at timestamp");
    }

    @Test
    void applicationsAndOutcomesMeetInTheId() {
        assertThat(PortfolioColumns.applications()).noneMatch(column -> column.role() == ColumnRole.LABEL);
        assertThat(PortfolioColumns.all())
                .hasSize(PortfolioColumns.applications().size()
                        + PortfolioColumns.outcomes().size()
                        - 1)
                .doesNotHaveDuplicates();
    }

    private static boolean matches(ValueType type, Object value) {
        if (type instanceof Struct struct) {
            List<?> values = (List<?>) value;
            return values.size() == struct.fields().size()
                    && struct.fields().stream()
                            .allMatch(field -> matches(
                                    field.type(), values.get(struct.fields().indexOf(field))));
        }
        if (type instanceof Listing listing) {
            return ((List<?>) value).stream().allMatch(element -> matches(listing.element(), element));
        }
        return switch ((Scalar) type) {
            case INTEGER -> value instanceof Integer;
            case DOUBLE -> value instanceof Double number && Double.isFinite(number);
            case MONEY -> value instanceof BigDecimal money && money.scale() == 2 && money.precision() <= 12;
            case TEXT -> value instanceof String;
            case TRUTH -> value instanceof Boolean;
            case DAY -> value instanceof LocalDate;
            case INSTANT -> value instanceof Instant;
        };
    }
}
