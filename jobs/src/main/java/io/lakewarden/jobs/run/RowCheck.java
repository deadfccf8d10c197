package io.lakewarden.jobs.run;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** What a monitor may ask of the rows of a window, beside its rules. Its findings and numbers are kept where rows are not read again. */
interface RowCheck {
    /** Whether the monitor asks for it. */
    boolean isAsked();

    /** What it does, for those who wait: "looking for outliers". */
    String activity();

    /** Does at once what all windows of the command share. */
    default void load(Collection<Window> windows) {}

    /** The judgement of a window that has rows, with what they tell. */
    Judgement judge(Window window, Judgement judgement);

    /** Whether a finding is one of these. */
    boolean made(Finding finding);

    /** Which numbers of {@code drift_metrics} against the reference are of its making; empty where it makes none. */
    default Optional<Predicate<String>> numbers() {
        return Optional.empty();
    }

    /** Whether it compares with another source. */
    default boolean comparesSources() {
        return false;
    }
}
