package io.lakewarden.jobs.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.DeletionVectorDescriptor;
import org.apache.spark.sql.delta.actions.RemoveFile;
import scala.collection.JavaConverters;

/**
 * What the commits after a version come to. Told commit by commit, in order; knows then which files hold rows that were
 * not there before, and which files of before, or rows of them, are gone. A file and its deletion vector are one thing:
 * with another vector it is another file.
 */
final class FileChanges {
    private final Map<String, AddFile> gained = new LinkedHashMap<>();
    private final Map<String, RemoveFile> lost = new LinkedHashMap<>();
    private final List<AddFile> mixed = new ArrayList<>();
    private final Map<String, AddFile> seen = new HashMap<>();

    /** Takes the next commit in. */
    void commit(Collection<Action> actions) {
        Map<Object, Rewrite> rewrites = new LinkedHashMap<>();
        for (Action action : actions) {
            if (action instanceof RemoveFile file) {
                if (file.dataChange()) {
                    lose(file);
                } else {
                    rewrites.computeIfAbsent(String.valueOf(file.partitionValues()), it -> new Rewrite())
                            .before
                            .add(key(file.path(), file.deletionVector()));
                }
            }
        }
        for (Action action : actions) {
            if (action instanceof AddFile file) {
                seen.put(key(file.path(), file.deletionVector()), file);
                if (file.dataChange()) {
                    gain(file);
                } else {
                    rewrites.computeIfAbsent(String.valueOf(file.partitionValues()), it -> new Rewrite())
                            .after
                            .add(file);
                }
            }
        }
        rewrites.values().forEach(this::rewrite);
    }

    private void lose(RemoveFile file) {
        String key = key(file.path(), file.deletionVector());
        if (gained.remove(key) == null) {
            lost.put(key, file);
        }
    }

    private void gain(AddFile file) {
        String key = key(file.path(), file.deletionVector());
        // A restored file is as if it had never been gone.
        if (lost.remove(key) == null) {
            gained.put(key, file);
        }
    }

    /** Compaction and the like: the same rows in other files. */
    private void rewrite(Rewrite rewrite) {
        List<AddFile> recent = rewrite.before.stream()
                .filter(gained::containsKey)
                .map(gained::get)
                .toList();
        recent.forEach(file -> gained.remove(key(file.path(), file.deletionVector())));
        // Some writers leave out which partition a removed file was of: what took its place cannot be told then.
        if (!rewrite.after.isEmpty() && !recent.isEmpty() && recent.size() == rewrite.before.size()) {
            rewrite.after.forEach(file -> gained.put(key(file.path(), file.deletionVector()), file));
        } else {
            mixed.addAll(recent);
            rewrite.after.forEach(file -> gained.replace(key(file.path(), file.deletionVector()), file));
        }
    }

    /** Files that hold new rows and nothing else. */
    List<AddFile> gained() {
        return List.copyOf(gained.values());
    }

    /** Files, gone now, that held rows that were there before. */
    List<RemoveFile> lost() {
        return List.copyOf(lost.values());
    }

    /** Files of new rows that were rewritten together with older ones since, so that they cannot be told apart. */
    List<AddFile> mixed() {
        return List.copyOf(mixed);
    }

    /** The commit that brought a lost file, where it is among those told. */
    Optional<AddFile> origin(RemoveFile file) {
        return Optional.ofNullable(seen.get(key(file.path(), file.deletionVector())));
    }

    static Map<String, String> partition(scala.collection.immutable.Map<String, String> values) {
        return values == null ? null : JavaConverters.mapAsJavaMap(values);
    }

    private static String key(String path, DeletionVectorDescriptor vector) {
        return vector == null ? path : path + "\n" + vector.uniqueId();
    }

    /** Within one commit and partition: files by key, and those that took their place. */
    private static final class Rewrite {
        private final List<String> before = new ArrayList<>();
        private final List<AddFile> after = new ArrayList<>();
    }
}
