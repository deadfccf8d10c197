package io.lakewarden.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/**
 * A schema that was turned from one form into another.
 *
 * @param file where it was written
 * @param lost what could not be said in that form
 */
record WrittenSchema(Path file, List<String> lost) {
    void print(Console console, OutputFormat format) {
        if (format == OutputFormat.JSON) {
            ObjectNode document = new ObjectMapper().createObjectNode();
            document.put("file", file.toString());
            ArrayNode array = document.putArray("not_taken_over");
            lost.forEach(array::add);
            console.result(document.toPrettyString());
            return;
        }
        lost.forEach(it -> console.complaint("not taken over: " + oneLine(it)));
        console.result("Wrote " + file + (lost.isEmpty() ? "." : "; not taken over: " + lost.size() + "."));
    }

    /** Names of columns may hold anything, line breaks and terminal commands among it. */
    private static String oneLine(String sentence) {
        return sentence.replaceAll("\\p{Cntrl}+", " ");
    }
}
