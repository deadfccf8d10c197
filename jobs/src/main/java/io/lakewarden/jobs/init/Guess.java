package io.lakewarden.jobs.init;

import java.util.Objects;

/**
 * One thing that was guessed.
 *
 * @param topic what it is about, in one word, such as {@code time}
 * @param sentence what was guessed, and why; names and values of the data stand in it as they are
 * @param doubtful whether a person should look at it before relying on the monitor
 */
public record Guess(String topic, String sentence, boolean doubtful) {
    public Guess {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(sentence, "sentence");
    }

    static Guess sure(String topic, String sentence) {
        return new Guess(topic, sentence, false);
    }

    static Guess doubtful(String topic, String sentence) {
        return new Guess(topic, sentence, true);
    }
}
