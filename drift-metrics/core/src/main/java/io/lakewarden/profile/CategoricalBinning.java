package io.lakewarden.profile;

import java.util.List;

/**
 * Bins over text: one for each frequent category of the reference, one shared by its rare ones (where there are any),
 * and one for everything else.
 */
public final class CategoricalBinning implements Binning {
    private final List<String> categories;
    private final List<String> rare;
    private final boolean complete;
    private final TextKeys keys = new TextKeys();

    /** The bin of each key. */
    private final int[] bins;

    private final String id;

    private CategoricalBinning(List<String> categories, List<String> rare, boolean complete) {
        this.categories = List.copyOf(categories);
        this.rare = List.copyOf(rare);
        this.complete = complete;
        this.bins = new int[this.categories.size() + this.rare.size()];
        for (int i = 0; i < bins.length; i++) {
            boolean own = i < this.categories.size();
            addKey(own ? this.categories.get(i) : this.rare.get(i - this.categories.size()));
            bins[i] = own ? i : this.categories.size();
        }
        this.id = BinningId.of(this.categories, this.rare, complete);
    }

    /**
     * Bins for the categories of a reference.
     *
     * @param categories those with a bin of their own, in the order of their bins
     * @param rare those that share one bin
     * @param complete whether these are all categories of the reference, so that any other is new
     */
    public static CategoricalBinning of(List<String> categories, List<String> rare, boolean complete) {
        return new CategoricalBinning(categories, rare, complete);
    }

    private void addKey(String category) {
        byte[] utf8 = Utf8.encode(category);
        long hash = Hashing.of(utf8, 0, utf8.length);
        if (keys.find(hash, utf8, 0, utf8.length) >= 0) {
            throw new IllegalArgumentException("a category has one bin, but one is named twice");
        }
        keys.add(hash, utf8, 0, utf8.length);
    }

    /** The bin that holds a value. */
    public int indexOf(String value) {
        byte[] utf8 = Utf8.encode(value);
        return indexOf(utf8, 0, utf8.length);
    }

    /** The bin that holds the value in these bytes, well-formed UTF-8. */
    int indexOf(byte[] utf8, int from, int length) {
        int key = keys.find(Hashing.of(utf8, from, length), utf8, from, length);
        return key < 0 ? elsewhere() : bins[key];
    }

    /** The last bin: new categories where the list is {@linkplain #isComplete complete}, all others where not. */
    public int elsewhere() {
        return categories.size() + (rare.isEmpty() ? 0 : 1);
    }

    /** Whether every category of the reference is known, so that one outside the list is new. */
    public boolean isComplete() {
        return complete;
    }

    /** Categories with a bin of their own. */
    public List<String> categories() {
        return categories;
    }

    /** Categories that share one bin. */
    public List<String> rare() {
        return rare;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int size() {
        return elsewhere() + 1;
    }

    @Override
    public String label(int bin) {
        if (bin < categories.size()) {
            return categories.get(bin);
        }
        if (bin == elsewhere()) {
            return complete ? "new categories" : "all other categories";
        }
        return rare.size() + " rare categories";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CategoricalBinning that
                && categories.equals(that.categories)
                && rare.equals(that.rare)
                && complete == that.complete;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "CategoricalBinning" + categories + (rare.isEmpty() ? "" : " rare " + rare);
    }
}
