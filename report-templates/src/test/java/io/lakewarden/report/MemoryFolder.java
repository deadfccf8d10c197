package io.lakewarden.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder that keeps its files, and in which order they were written and deleted. */
final class MemoryFolder implements ReportFolder {
    private final TreeMap<String, String> files = new TreeMap<>();
    private final List<String> steps = new ArrayList<>();

    SortedMap<String, String> files() {
        return files;
    }

    List<String> steps() {
        return steps;
    }

    @Override
    public List<String> settled(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .map(path -> path.substring(folder.length() + 1))
                .toList();
    }

    @Override
    public void write(String path, String content) {
        files.put(path, content);
        steps.add("write " + path);
    }

    @Override
    public void delete(String path) {
        files.remove(path);
        steps.add("delete " + path);
    }
}
