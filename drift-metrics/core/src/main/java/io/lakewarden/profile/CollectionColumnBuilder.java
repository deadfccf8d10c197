package io.lakewarden.profile;

/** Collects the sizes of arrays or maps. */
public final class CollectionColumnBuilder extends ColumnBuilder {
    private int minimum = CollectionProfile.Sizes.NONE.minimum();
    private int maximum;
    private long total;
    private long empties;
    private final SizeCounts sizes = new SizeCounts();

    CollectionColumnBuilder(ColumnSpec spec) {
        super(spec);
    }

    /** Adds a collection by the number of its elements. */
    public void add(int size) {
        addValue();
        minimum = Math.min(minimum, size);
        maximum = Math.max(maximum, size);
        total += size;
        sizes.add(size, 1);
        if (size == 0) {
            empties++;
        }
    }

    @Override
    public CollectionProfile build() {
        return new CollectionProfile(
                cells(), new CollectionProfile.Sizes(minimum, maximum, total, empties), sizes.plus(new SizeCounts()));
    }
}
