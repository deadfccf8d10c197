package io.lakewarden.report.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page in a browser context of its own, with a record of all that a report must never do: ask for anything beyond its
 * own file and the side files beside it, open a dialog or another page, log an error.
 */
final class OpenedPage implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final Path file;
    private final String base;
    private final List<String> mishaps = new ArrayList<>();

    private OpenedPage(BrowserContext context, Path file, String base) {
        this.context = context;
        this.file = file;
        this.base = base;
        context.route(address -> true, this::answer);
        page = context.newPage();
        page.onWebSocket(socket -> mishaps.add("socket " + socket.url()));
        context.onPage(other -> mishaps.add("page " + other.url()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                mishaps.add("console " + message.text());
            }
        });
        context.onWebError(error -> mishaps.add("error " + error.error()));
        context.onDialog(dialog -> {
            mishaps.add("dialog " + dialog.message());
            dialog.dismiss();
        });
    }

    /**
     * Opens the page.
     *
     * @param base the address of the folder that it is in: that of the folder itself, or one that it is served under
     */
    static OpenedPage open(BrowserContext context, Path file, String base) {
        OpenedPage opened = new OpenedPage(context, file, base);
        opened.page.navigate(opened.address());
        return opened;
    }

    Page page() {
        return page;
    }

    String address() {
        return base + file.getFileName();
    }

    /** The folder that the page and what is beside it are in. */
    Path folder() {
        return file.getParent();
    }

    /** What went wrong so far, in the order in which it was noticed. */
    List<String> mishaps() {
        // Events arrive while Playwright is called: after the answer to this, all that the page itself sent before it
        // is
        // here. What the network has to say may come later.
        page.title();
        return List.copyOf(mishaps);
    }

    /** Waits until that has been noticed. */
    void awaitMishap(String mishap) {
        page.waitForCondition(() -> mishaps.contains(mishap));
    }

    /** Unfolds all that is folded. */
    void unfold() {
        page.evaluate("() => document.querySelectorAll('details').forEach(details => { details.open = true; })");
    }

    @Override
    public void close() {
        context.close();
        try (Stream<Path> content = Files.walk(folder())) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Route route) {
        String asked = route.request().url().split("[?#]", -1)[0];
        // What a page holds in its own memory, as a file that it offers to save, leaves it as little.
        if (asked.startsWith("blob:") || asked.startsWith("data:")) {
            route.resume();
        } else if (!asked.equals(address()) && !isSideFile(asked)) {
            mishaps.add("request " + asked);
            route.abort();
        } else if (base.startsWith("file:")) {
            route.resume();
        } else {
            route.fulfill(new Route.FulfillOptions()
                    .setPath(folder().resolve(asked.substring(base.length())))
                    .setContentType("text/html"));
        }
    }

    private boolean isSideFile(String asked) {
        return asked.startsWith(base + "page_files/") && asked.endsWith(".html");
    }
}
