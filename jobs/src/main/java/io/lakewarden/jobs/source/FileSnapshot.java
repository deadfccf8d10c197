package io.lakewarden.jobs.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.PartitioningAwareFileIndex;
import scala.collection.JavaConverters;

/**
 * The files of a dataset. They are those that Spark listed when it made the dataset and will read, so that files which
 * come later are in neither.
 *
 * @param digest over path, size and modification time of each file, in the order of paths
 * @param files how many there are
 * @param bytes their size together
 */
record FileSnapshot(String digest, int files, long bytes) {
    private static final int HEX_DIGITS = 32;

    /** The files of a dataset that is nothing but files. */
    static FileSnapshot of(Dataset<Row> data) {
        List<String> lines = new ArrayList<>();
        long bytes = 0;
        for (FileStatus file :
                JavaConverters.seqAsJavaList(index(relation(data)).allFiles())) {
            lines.add(file.getPath() + "\t" + file.getLen() + "\t" + file.getModificationTime() + "\n");
            bytes += file.getLen();
        }
        lines.sort(null);
        return new FileSnapshot(digest(lines), lines.size(), bytes);
    }

    /** The relation that a dataset reads, before anything is done to it. */
    static HadoopFsRelation relation(Dataset<Row> data) {
        LogicalPlan plan = data.queryExecution().analyzed();
        if (plan instanceof LogicalRelation logical && logical.relation() instanceof HadoopFsRelation files) {
            return files;
        }
        throw new IllegalStateException("expected a plan that reads files, but got " + plan.nodeName());
    }

    private static PartitioningAwareFileIndex index(HadoopFsRelation relation) {
        if (relation.location() instanceof PartitioningAwareFileIndex index) {
            return index;
        }
        throw new IllegalStateException("expected a list of files, but got "
                + relation.location().getClass().getName());
    }

    /** A name for lines of text. */
    static String digest(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** As it is stored: {@code files:DIGEST}. */
    String text() {
        return "files:" + digest;
    }

    /** For people, such as {@code 3 files, 1.1 MB}. */
    String size() {
        return String.format(Locale.ROOT, "%d %s, %.1f MB", files, files == 1 ? "file" : "files", bytes / 1e6);
    }
}
