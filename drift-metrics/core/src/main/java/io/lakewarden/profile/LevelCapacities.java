package io.lakewarden.profile;

/** How many items a level of {@link KllSketch} holds at least before it is compacted. */
final class LevelCapacities {
    private static final int SMALLEST = 8;
    private static final double SHRINKAGE = 2.0 / 3;
    private static final int[] BY_DEPTH = new int[Long.SIZE];

    static {
        double capacity = KllSketch.K;
        for (int depth = 0; depth < BY_DEPTH.length; depth++) {
            BY_DEPTH[depth] = Math.max(SMALLEST, (int) Math.ceil(capacity));
            capacity *= SHRINKAGE;
        }
    }

    private LevelCapacities() {}

    /** K·(2/3)ᵈ of a level that is d levels below the top, but never less than {@value #SMALLEST}. */
    static int of(int depth) {
        return BY_DEPTH[depth];
    }
}
