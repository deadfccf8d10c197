package io.lakewarden.spark.profile;

import io.lakewarden.profile.CollectionColumnBuilder;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;

/**
 * Reads the size of an array or map and every element in it. A collection that is null or missing counts a null of its
 * own and none of its elements.
 */
final class CollectionReader implements CellReader {
    private final Optional<CollectionColumnBuilder> builder;
    private final Contents contents;

    private CollectionReader(Optional<CollectionColumnBuilder> builder, Contents contents) {
        this.builder = builder;
        this.contents = contents;
    }

    static CollectionReader ofArray(Optional<CollectionColumnBuilder> builder, Optional<CellReader> element) {
        return new CollectionReader(builder, (cells, position) -> {
            ArrayData array = cells.getArray(position);
            readAll(array, element);
            return array.numElements();
        });
    }

    static CollectionReader ofMap(
            Optional<CollectionColumnBuilder> builder, Optional<CellReader> key, Optional<CellReader> value) {
        return new CollectionReader(builder, (cells, position) -> {
            MapData map = cells.getMap(position);
            readAll(map.keyArray(), key);
            readAll(map.valueArray(), value);
            return map.numElements();
        });
    }

    private static void readAll(ArrayData elements, Optional<CellReader> reader) {
        if (reader.isPresent()) {
            CellReader element = reader.get();
            int size = elements.numElements();
            for (int i = 0; i < size; i++) {
                element.read(elements, i);
            }
        }
    }

    @Override
    public void read(SpecializedGetters cells, int position) {
        if (cells.isNullAt(position)) {
            readMissing();
            return;
        }
        int size = contents.read(cells, position);
        builder.ifPresent(it -> it.add(size));
    }

    @Override
    public void readMissing() {
        builder.ifPresent(CollectionColumnBuilder::addNull);
    }

    /** Reads what is inside a collection that is not null and returns how many elements there are. */
    private interface Contents {
        int read(SpecializedGetters cells, int position);
    }
}
