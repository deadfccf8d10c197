package io.lakewarden.benchmarks;

import io.lakewarden.profile.ColumnBuilder;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.simulator.Application;
import io.lakewarden.simulator.SimulatedColumn;
import io.lakewarden.simulator.ValueType.Listing;
import io.lakewarden.simulator.ValueType.Scalar;
import io.lakewarden.simulator.ValueType.Struct;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A column as profiles know it: structs flattened to their fields, arrays beside their elements, under the same names
 * that a table of the portfolio gives them.
 *
 * @param spec how it is profiled, without bins
 * @param role what it means to the model
 * @param feed adds the cells of one application
 */
record ProfiledColumn(ColumnSpec spec, ColumnRole role, BiConsumer<Application, ColumnBuilder> feed) {
    /** The profiled columns of a table's columns, in order. */
    static List<ProfiledColumn> of(List<SimulatedColumn> columns) {
        return columns.stream().flatMap(ProfiledColumn::flatten).toList();
    }

    private static Stream<ProfiledColumn> flatten(SimulatedColumn column) {
        if (column.type() instanceof Struct struct) {
            return IntStream.range(0, struct.fields().size())
                    .mapToObj(i -> scalar(
                            column.name() + "." + struct.fields().get(i).name(),
                            struct.fields().get(i).type(),
                            column.role(),
                            application -> ((List<?>) column.value(application)).get(i)));
        }
        if (column.type() instanceof Listing listing) {
            ColumnSpec sizes = new ColumnSpec(column.name(), ColumnKind.COLLECTION, listing.ddl());
            ColumnSpec elements = new ColumnSpec(
                    column.name() + ".element",
                    listing.element().kind(),
                    listing.element().ddl());
            return Stream.of(
                    new ProfiledColumn(
                            sizes,
                            column.role(),
                            (application, builder) -> Cells.addSize(builder, (List<?>) column.value(application))),
                    new ProfiledColumn(
                            elements, column.role(), (application, builder) -> ((List<?>) column.value(application))
                                    .forEach(element -> Cells.add(builder, element))));
        }
        return Stream.of(scalar(column.name(), (Scalar) column.type(), column.role(), column::value));
    }

    private static ProfiledColumn scalar(
            String name, Scalar type, ColumnRole role, Function<Application, Object> accessor) {
        return new ProfiledColumn(
                new ColumnSpec(name, type.kind(), type.ddl()),
                role,
                (application, builder) -> Cells.add(builder, accessor.apply(application)));
    }
}
