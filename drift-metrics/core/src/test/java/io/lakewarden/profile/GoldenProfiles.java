package io.lakewarden.profile;

import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The profiles that stand encoded under {@code src/test/resources/golden/vN}. When the codec gets a new version, {@code
 * main} writes the files of that version into the folder given; those of older versions never change.
 */
final class GoldenProfiles {
    static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec("exact", ColumnKind.NUMERIC, "int", Optional.of(NumericBinning.ofEdges(2, 5))),
            new ColumnSpec("sketched", ColumnKind.NUMERIC, "double"),
            new ColumnSpec(
                    "text",
                    ColumnKind.CATEGORICAL,
                    "string",
                    Optional.of(CategoricalBinning.of(List.of("t1", "t2"), List.of("😀"), false))),
            new ColumnSpec("many texts", ColumnKind.CATEGORICAL, "string"),
            new ColumnSpec("flag", ColumnKind.BOOLEAN, "boolean"),
            new ColumnSpec("time", ColumnKind.TEMPORAL, "timestamp"),
            new ColumnSpec("sizes", ColumnKind.COLLECTION, "array<int>"),
            new ColumnSpec("opaque", ColumnKind.OPAQUE, "binary"));

    private GoldenProfiles() {}

    static Map<String, byte[]> encoded() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("dataset-full.bin", ProfileCodec.encode(dataset(ProfileDetail.FULL)));
        files.put("dataset-counts.bin", ProfileCodec.encode(dataset(ProfileDetail.COUNTS)));
        files.put(
                "column.bin",
                ProfileCodec.encode(dataset(ProfileDetail.FULL).column("exact").orElseThrow()));
        return files;
    }

    static DatasetProfile dataset(ProfileDetail detail) {
        ProfileBuilder builder = new ProfileBuilder(COLUMNS, detail);
        List<ColumnBuilder> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            columns.add(builder.column(i));
        }
        for (int row = 0; row < 10_000; row++) {
            builder.addRow();
            if (row % 10 == 9) {
                columns.forEach(ColumnBuilder::addNull);
                continue;
            }
            ((NumericColumnBuilder) columns.get(0)).add((long) (row % 7));
            ((NumericColumnBuilder) columns.get(1)).add(row * 0.25);
            ((CategoricalColumnBuilder) columns.get(2)).add(row % 3 == 0 ? "😀" : "t" + row % 3);
            ((CategoricalColumnBuilder) columns.get(3)).add("user" + row + "@example.org");
            ((BooleanColumnBuilder) columns.get(4)).add(row % 4 == 0);
            ((TemporalColumnBuilder) columns.get(5)).add(1_700_000_000_000_000L + row % 50);
            ((CollectionColumnBuilder) columns.get(6)).add(row % 5);
            ((OpaqueColumnBuilder) columns.get(7)).add();
        }
        return builder.build(Window.parse("2026-01-01/2026-02-01"), new Slice("region", "north"));
    }

    /** Writes the golden files of the current version into a folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, byte[]> file : encoded().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
