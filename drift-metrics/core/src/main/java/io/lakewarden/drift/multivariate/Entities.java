package io.lakewarden.drift.multivariate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whom the rows of both sides belong to, such as customers: rows of one entity may resemble each other in any way, and tests draw or deal entities
 * instead of rows.
 */
public final class Entities {
    private final int[] reference;
    private final int[] current;

    private Entities(int[] reference, int[] current) {
        this.reference = reference;
        this.current = current;
    }

    /**
     * The entities of rows by their keys; equal keys are one entity, whichever side they are on. A row whose key is null is an entity by itself.
     *
     * @param reference by row of the reference
     * @param current by row of the current data
     */
    public static Entities of(String[] reference, String[] current) {
        Map<Object, Integer> known = new HashMap<>();
        return new Entities(numbers(reference, known), numbers(current, known));
    }

    /** Each row an entity by itself. */
    static Entities ofRows(int references, int currents) {
        return of(new String[references], new String[currents]);
    }

    private static int[] numbers(String[] keys, Map<Object, Integer> known) {
        return Arrays.stream(keys)
                .mapToInt(key -> known.computeIfAbsent(key == null ? new Object() : key, it -> known.size()))
                .toArray();
    }

    /** By row of the reference, the number of its entity. */
    int[] reference() {
        return reference;
    }

    /** By row of the current data, the number of its entity. */
    int[] current() {
        return current;
    }

    /** By row, the number of its entity; the rows of the current data come after those of the reference. */
    public int[] byRow() {
        return IntStream.concat(IntStream.of(reference), IntStream.of(current)).toArray();
    }

    /** By entity, the rows that have its number. */
    static List<int[]> rows(int[] entities) {
        Map<Integer, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < entities.length; row++) {
            rows.computeIfAbsent(entities[row], key -> new ArrayList<>()).add(row);
        }
        return rows.values().stream()
                .map(places -> places.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
