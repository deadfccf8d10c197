package io.lakewarden.jobs.init;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What names of columns say. */
final class Names {
    static final Set<String> TIMES = Set.of(
            "date", "time", "timestamp", "datetime", "dt", "ts", "day", "dteday", "at", "created", "when", "month");
    static final Set<String> LATER =
            Set.of("end", "ended", "updated", "modified", "closed", "expiry", "expires", "due", "until", "finished");
    static final Set<String> BIRTHS = Set.of("birth", "birthday", "birthdate", "dob", "born");
    private static final Set<String> IDS = Set.of("id", "uuid", "guid", "identifier");
    private static final Set<String> LABELS =
            Set.of("label", "target", "y", "class", "outcome", "ground_truth", "y_true", "actual");
    private static final Pattern LABEL_END = Pattern.compile("(?i).+[_ .-](label|target|outcome)");
    private static final Set<String> PREDICTIONS = Set.of(
            "prediction", "predictions", "predicted", "pred", "y_pred", "y_hat", "yhat", "score", "predicted_label");
    private static final Pattern PREDICTION_START = Pattern.compile("(?i)(pred|predicted|prediction)[_ .-].+");
    private static final Pattern PROBABILITY = Pattern.compile("(?i)(y_)?prob(a|ability)?_?[0-9]*");
    private static final Set<String> PROTECTED =
            Set.of("sex", "gender", "race", "ethnicity", "religion", "nationality");
    private static final Set<String> SPLITS =
            Set.of("split", "set", "fold", "subset", "partition", "dataset", "data_split", "sample", "part");
    private static final Pattern TRAINING = Pattern.compile("(?i)(.*[^\\p{L}]|data|is)?train(ing)?([^\\p{L}].*)?");
    private static final Pattern WORD_BORDER = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|[^\\p{L}\\p{N}]+");

    private Names() {}

    /** The words of a name in lower case: {@code eventTime_utc} has three. */
    static List<String> words(String name) {
        return Arrays.stream(WORD_BORDER.split(name, -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    static boolean hasWord(String name, Set<String> words) {
        return words(name).stream().anyMatch(words::contains);
    }

    static boolean isId(String name) {
        List<String> words = words(name);
        return !words.isEmpty() && IDS.contains(words.get(words.size() - 1));
    }

    static boolean isLabel(String name) {
        return LABELS.contains(name.toLowerCase(Locale.ROOT))
                || LABEL_END.matcher(name).matches();
    }

    static boolean isPrediction(String name) {
        return PREDICTIONS.contains(name.toLowerCase(Locale.ROOT))
                || PREDICTION_START.matcher(name).matches()
                || isProbability(name);
    }

    static boolean isProbability(String name) {
        return PROBABILITY.matcher(name).matches();
    }

    static boolean isProtected(String name) {
        return PROTECTED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a column of this name says which part of the data a row belongs to. */
    static boolean isSplit(String name) {
        return SPLITS.contains(name.toLowerCase(Locale.ROOT)) || isTraining(name);
    }

    /** Whether a name or value means the data that a model was trained on. */
    static boolean isTraining(String text) {
        return TRAINING.matcher(text).matches();
    }
}
