package io.lakewarden.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bins over text: one for each frequent category of the reference, one shared by its rare ones (where there are any),
 * and one for everything else.
 */
public final class CategoricalBinning implements Binning {
    private final List<String> categories;
    private final List<String> rare;
    private final boolean complete;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final String id;

    private CategoricalBinning(List<String> categories, List<String> rare, boolean complete) {
        this.categories = List.copyOf(categories);
        this.rare = List.copyOf(rare);
        this.complete = complete;
        for (String category : this.categories) {
            indexes.put(category, indexes.size());
        }
        for (String category : this.rare) {
            indexes.put(category, this.categories.size());
        }
        if (indexes.size() != this.categories.size() + this.rare.size()) {
            throw new IllegalArgumentException("a category has one bin, but one is named twice");
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

    /** The bin that holds a value. */
    public int indexOf(String value) {
        Integer index = indexes.get(value);
        return index == null ? elsewhere() : index;
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
