package io.lakewarden.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakewarden.jobs.site.SiteOutcome;

/** Writes what became of a site. */
final class SitePrinter {
    private final Console console;
    private final OutputFormat format;

    SitePrinter(Console console, OutputFormat format) {
        this.console = console;
        this.format = format;
    }

    void print(SiteOutcome outcome) {
        if (format == OutputFormat.JSON) {
            console.result(json(outcome));
            return;
        }
        outcome.tracks()
                .forEach(track -> console.result(track.folder() + ": " + track.shown() + " new or changed"
                        + (track.removed() == 0 ? "" : ", " + track.removed() + " removed")));
        console.result("site: " + outcome.index());
    }

    private String json(SiteOutcome outcome) {
        ObjectNode document = new ObjectMapper().createObjectNode();
        document.put("site", console.masked(outcome.index().toString()));
        ArrayNode tracks = document.putArray("tracks");
        outcome.tracks().forEach(track -> tracks.addObject()
                .put("monitor", track.monitor())
                .put("folder", track.folder())
                .put("shown", track.shown())
                .put("removed", track.removed()));
        return document.toPrettyString();
    }
}
