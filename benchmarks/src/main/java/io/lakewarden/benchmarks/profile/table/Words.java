package io.lakewarden.benchmarks.profile.table;

/** Made-up texts. */
final class Words {
    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ren", "sta", "ve", "tor", "qui", "ash", "bel", "dun", "fy", "gro", "hal", "ix", "jé"
    };
    private static final Zipf VOCABULARY = new Zipf(2_000);
    private static final int FEWEST = 3;
    private static final int RANGE = 6;

    private Words() {}

    /** A word of two to four syllables; the same number gives the same word. */
    static String word(long number) {
        long bits = Draw.mix(number);
        int syllables = 2 + (int) (bits & 1) + (int) ((bits >>> 1) & 1);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            bits >>>= 4;
            word.append(SYLLABLES[(int) (bits & 15)]);
        }
        return word.toString();
    }

    /** Three to eight words, the frequent ones often. */
    static String sentence(long bits) {
        int words = FEWEST + Draw.below(RANGE, bits);
        StringBuilder sentence = new StringBuilder();
        long next = bits;
        for (int i = 0; i < words; i++) {
            next = Draw.mix(next);
            sentence.append(i == 0 ? "" : " ").append(word(VOCABULARY.rank(next)));
        }
        return sentence.toString();
    }
}
