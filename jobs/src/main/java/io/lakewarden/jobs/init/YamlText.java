package io.lakewarden.jobs.init;

import io.lakewarden.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** Texts as a YAML file has them: whatever the data's names and values hold, they stay what they are. */
final class YamlText {
    private static final int WIDTH = 110;

    private YamlText() {}

    /** A text or number as a value or key. */
    static String scalar(String text) {
        return YamlScalar.of(text);
    }

    /** A list in brackets, over several lines where it is long. */
    static String list(List<String> texts, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("[");
        for (int i = 0; i < texts.size(); i++) {
            String item = scalar(texts.get(i)) + (i < texts.size() - 1 ? "," : "]");
            if (line.length() > 1 && line.length() + item.length() + indent > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
            }
            line.append(line.toString().isBlank() || line.toString().equals("[") ? "" : " ")
                    .append(item);
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    /** A sentence as lines of comment. */
    static List<String> comment(String sentence, int indent) {
        String prefix = " ".repeat(indent) + "#";
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(prefix);
        for (String word : YamlScalar.inComment(sentence).split(" +", -1)) {
            if (line.length() > prefix.length() && line.length() + word.length() + 1 > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(prefix);
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
