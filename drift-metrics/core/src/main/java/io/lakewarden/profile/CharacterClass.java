package io.lakewarden.profile;

/** What kinds of characters texts are made of. */
public enum CharacterClass {
    /** A to z, of either case. */
    LETTER(0),
    /** 0 to 9. */
    DIGIT(1),
    /** Blanks, tabulators and line ends of ASCII. */
    SPACE(2),
    /** All else in ASCII, such as punctuation. */
    SYMBOL(3),
    /** All beyond ASCII, such as accented letters, other scripts and emoji. */
    BEYOND_ASCII(4);

    /** How many classes there are. */
    static final int COUNT = values().length;

    /** Its place in counts and encodings, which never changes. */
    private final int index;

    CharacterClass(int index) {
        this.index = index;
    }

    /** Its place in {@link CategoricalProfile#characters()}. */
    public int index() {
        return index;
    }
}
