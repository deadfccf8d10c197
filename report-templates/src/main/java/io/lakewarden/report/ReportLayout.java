package io.lakewarden.report;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a report lies in its folder.
 *
 * @param name name of its page, without the ending; side files lie in the folder {@code NAME_files} beside it
 * @param form whether a wide table has side files
 * @param timeline address of the page over all windows of the monitor, relative to the page; absent outside of a site
 */
public record ReportLayout(String name, ReportForm form, Optional<String> timeline) {
    /** Names that mean the same as a file, in an address, and to a shell. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    public ReportLayout {
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(timeline, "timeline");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a report is named with letters, digits, '.', '_' and '-', not " + name);
        }
    }

    /** A report that no site is around. */
    public ReportLayout(String name, ReportForm form) {
        this(name, form, Optional.empty());
    }

    /** The file of the page. */
    public String page() {
        return name + ".html";
    }

    /** The folder of the side files. */
    public String sideFolder() {
        return name + "_files";
    }
}
