package io.lakewarden.profile;

/**
 * Arrays that the columns of one builder lend each other while a block is taken in; nothing in them outlives the block.
 * They are made when first asked for.
 */
final class BlockWorkspace {
    private long[] hashes;
    private long[] distinctHashes;
    private int[] bins;
    private FrequencyFilter filter;
    private DoubleSorter sorter;

    /** Room for the hash of each value of a block. */
    long[] hashes() {
        if (hashes == null) {
            hashes = new long[NumberBlock.FULL];
        }
        return hashes;
    }

    /** The same once more, for whole numbers whose hash is not that of their double. */
    long[] distinctHashes() {
        if (distinctHashes == null) {
            distinctHashes = new long[NumberBlock.FULL];
        }
        return distinctHashes;
    }

    /** Room for the bin of each value of a block. */
    int[] bins() {
        if (bins == null) {
            bins = new int[NumberBlock.FULL];
        }
        return bins;
    }

    FrequencyFilter filter() {
        if (filter == null) {
            filter = new FrequencyFilter();
        }
        return filter;
    }

    DoubleSorter sorter() {
        if (sorter == null) {
            sorter = new DoubleSorter();
        }
        return sorter;
    }
}
