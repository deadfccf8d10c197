package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.BadRows;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * How many rows of text files cannot be read, or not in full.
 *
 * @param rows those that cannot be read
 * @param example one of them: file, reason and line; empty where there is none
 * @param garbled those that hold bytes which are no letters in the files' encoding
 * @param garbledExample one of them; empty where there is none
 */
record BadRowCount(long rows, String example, long garbled, String garbledExample) {
    /**
     * What follows from it.
     *
     * @param place the files
     * @param encoding how they are said to be written
     * @throws UserException if there are rows that cannot be read and they are to stop the run
     */
    List<Finding> judged(BadRows badRows, String place, Charset encoding) {
        List<Finding> findings = new ArrayList<>();
        if (badRows == BadRows.COUNT) {
            findings.add(counted(place));
        } else if (rows > 0) {
            throw new UserException(
                    "source: " + rows(rows) + " cannot be read. " + example
                            + "\nCorrect the file, or set source.options.bad_rows to count, which leaves such rows out and counts them");
        }
        if (garbled > 0) {
            findings.add(Finding.of(
                    "source",
                    Finding.TABLE,
                    "encoding",
                    Status.WARN,
                    rows(garbled),
                    "0 rows",
                    rows(garbled) + " of " + place + " hold bytes that are no " + encoding.name() + ", such as "
                            + garbledExample + "; say in source.options.encoding how the files are written."));
        }
        return findings;
    }

    private Finding counted(String place) {
        return Finding.of(
                "source",
                Finding.TABLE,
                "bad_rows",
                rows > 0 ? Status.WARN : Status.PASS,
                rows(rows),
                "0 rows",
                rows > 0
                        ? rows(rows) + " of " + place + " cannot be read and are left out, such as " + example + "."
                        : "Every row of " + place + " can be read.");
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
