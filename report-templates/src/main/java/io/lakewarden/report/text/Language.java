package io.lakewarden.report.text;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The language of a page: its texts by key, and how it writes numbers and dates. What a run has written (sentences of
 * findings, notes) is data, and English in every language.
 */
public final class Language {
    /** The language of what the runs write, and of pages that ask for no other. */
    public static final Language ENGLISH = packaged("en");

    private static final List<String> PACKAGED = List.of("de", "en");
    private static final String INDEX = "population_stability_index";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])}");
    private static final Pattern DAY = Pattern.compile("([0-9]{4,})-([0-9]{2})-([0-9]{2})");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4,})-([0-9]{2})");

    private final String code;
    private final Map<String, String> texts;

    /**
     * A language.
     *
     * @param code its code, such as {@code de}
     * @param texts its texts by the keys of {@link #ENGLISH}, and maybe others
     */
    public Language(String code, Map<String, String> texts) {
        this.code = code;
        this.texts = new LinkedHashMap<>(texts);
    }

    /** The codes of the languages that need nothing of a team. */
    public static List<String> packaged() {
        return PACKAGED;
    }

    /** One of {@link #packaged()}. */
    public static Language packaged(String code) {
        Map<String, String> texts = new LinkedHashMap<>();
        NamedValues.parse(PackagedFile.text("messages_" + code + ".properties"), (line, message) -> {
                    throw new IllegalStateException("messages_" + code + ".properties:" + line + ": " + message);
                })
                .forEach((key, value) -> texts.put(key, value.text()));
        return new Language(code, texts);
    }

    /** Its code, such as {@code de}. */
    public String code() {
        return code;
    }

    /** The code of the language of what the run has written, where the page is in another; otherwise null. */
    public String recorded() {
        return code.equals(ENGLISH.code) ? null : ENGLISH.code;
    }

    /** The keys of its texts. */
    public Set<String> keys() {
        return texts.keySet();
    }

    /** Its texts by key, with placeholders as they stand. */
    public Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    /**
     * A text, with these in the places of <code>{0}</code>, <code>{1}</code> and so on.
     *
     * @throws IllegalArgumentException if there is no text of that key
     */
    public String text(String key, Object... arguments) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text '" + key + "'");
        }
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(argument(place.group(1), place.group(), arguments)));
    }

    private static String argument(String place, String written, Object... arguments) {
        int index = Integer.parseInt(place);
        return index < arguments.length ? String.valueOf(arguments[index]) : written;
    }

    /** A text about so many: that of {@code KEY.one} or {@code KEY.other}, with the number as its first argument. */
    public String counted(String key, long count, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = count(count);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return text(key + (count == 1 ? ".one" : ".other"), arguments);
    }

    /** {@link Numbers#count} in this language. */
    public String count(long count) {
        return number(Numbers.count(count));
    }

    /** {@link Numbers#number} in this language. */
    public String number(double number) {
        return number(Numbers.number(number));
    }

    /** {@link Numbers#score} in this language. */
    public String score(double score) {
        return number(Numbers.score(score));
    }

    /** {@link Numbers#pValue} in this language. */
    public String pValue(double pValue) {
        return number(Numbers.pValue(pValue));
    }

    /** {@link Numbers#share} in this language. */
    public String share(double share) {
        String percentage = Numbers.share(share);
        return text("number.percent", number(percentage.substring(0, percentage.length() - 1)));
    }

    /** {@link Times#instant} in this language. */
    public String instant(Instant instant) {
        return dates(Times.instant(instant));
    }

    /** {@link Times#micros} in this language. */
    public String micros(double micros) {
        return dates(Times.micros(micros));
    }

    /** {@link Times#window} in this language. */
    public String window(Window window) {
        return dates(Times.window(window));
    }

    /** {@link Times#shortWindow} in this language. */
    public String shortWindow(Window window) {
        return dates(Times.shortWindow(window));
    }

    /** From one to the other. */
    public String range(String from, String to) {
        return text("range", from, to);
    }

    /** A name or a value; see {@link Text#of}. */
    public Text name(String text) {
        return text.isEmpty() ? new Text(text("empty"), null) : Text.of(text);
    }

    /** A sentence; see {@link Text#ofSentence}. */
    public Text sentence(String text) {
        return text.isEmpty() ? new Text(text("empty"), null) : Text.ofSentence(text);
    }

    /** A value of a result, its number written by {@code format}. */
    public ValueText value(MetricValue value, DoubleFunction<String> format) {
        return ValueText.of(value, format, this);
    }

    /** How the values of a statistic, or of a detail of one, are written: shares as percentages, counts in full, no p-value as 0. */
    public DoubleFunction<String> format(String name) {
        if (name.contains("p_value")) {
            return this::pValue;
        }
        if (isShare(name)) {
            return this::share;
        }
        boolean counts = name.endsWith("degrees_of_freedom") || name.endsWith("_count") || name.endsWith("_values");
        return counts ? this::number : this::score;
    }

    /** Whether a name says that its values are shares in [0, 1]. */
    public static boolean isShare(String name) {
        return name.endsWith("_share") || name.startsWith("percent_");
    }

    /** A drift statistic; the index is CSI on an input and PSI on what a model gives out or is to predict. */
    public String statistic(String name, ColumnRole role) {
        if (!name.equals(INDEX)) {
            return label(name);
        }
        return switch (role) {
            case PREDICTION, LABEL -> "PSI";
            case FEATURE, PROTECTED, ID, TIME -> "CSI";
        };
    }

    /** The same where there is room for a word or two. */
    public String shortStatistic(String name, ColumnRole role) {
        String known = texts.get("short." + name);
        return known == null ? statistic(name, role) : known;
    }

    /** A metric of a profile, or a detail of a score. A name without a text of its own reads as it is, spaced. */
    public String label(String name) {
        String known = texts.get("label." + name);
        if (known != null || name.isEmpty()) {
            return known == null ? text("empty") : known;
        }
        int first = name.codePointAt(0);
        String spaced = name.replace('_', ' ');
        return Text.of(Character.toString(Character.toUpperCase(first)) + spaced.substring(Character.charCount(first)))
                .shown();
    }

    /** What a column means to the model. */
    public String role(ColumnRole role) {
        return text("role." + role.name().toLowerCase(Locale.ROOT));
    }

    /** How a column was profiled. */
    public String kind(ColumnKind kind) {
        return text("kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** A status. */
    public String status(Status status) {
        return text("status." + status.name().toLowerCase(Locale.ROOT));
    }

    /** The texts that the script of the page writes, by key. */
    public Map<String, String> ofScript() {
        return texts.entrySet().stream()
                .filter(text -> text.getKey().matches("(?:script|status|number)\\..*|table\\.column"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** The number in digits of {@link Numbers}, with this language's sign before its decimals. */
    private String number(String digits) {
        return digits.replace(".", text("number.decimal"));
    }

    /** The dates and ranges of {@link Times}, as this language writes them. */
    private String dates(String written) {
        int to = written.indexOf(Times.TO);
        if (to >= 0) {
            return range(dates(written.substring(0, to)), dates(written.substring(to + Times.TO.length())));
        }
        Matcher day = DAY.matcher(written);
        if (day.find()) {
            return day.replaceFirst(
                    Matcher.quoteReplacement(text("date.day", day.group(1), day.group(2), day.group(3))));
        }
        Matcher month = MONTH.matcher(written);
        return month.find()
                ? month.replaceFirst(Matcher.quoteReplacement(text("date.month", month.group(1), month.group(2))))
                : written;
    }
}
