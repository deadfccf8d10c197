package io.lakewarden.spark.outlier;

import io.lakewarden.outlier.OutlierTally;
import io.lakewarden.outlier.RowJudge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/** Counts the outliers of one partition on an executor, and sends the tally as bytes, which any serializer of Spark can. */
final class TallyPartition implements FlatMapFunction<Iterator<InternalRow>, byte[]> {
    private final SupportCells cells;
    private final RowJudge judge;
    private final int examples;

    TallyPartition(SupportCells cells, RowJudge judge, int examples) {
        this.cells = cells;
        this.judge = judge;
        this.examples = examples;
    }

    @Override
    public Iterator<byte[]> call(Iterator<InternalRow> rows) {
        OutlierTally tally = new OutlierTally(judge.support().columns().size(), examples);
        SupportCells.Reader reader = cells.reader();
        while (rows.hasNext()) {
            tally.add(judge, reader.read(rows.next()), reader);
        }
        return List.of(encode(tally)).iterator();
    }

    private static byte[] encode(OutlierTally tally) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(tally);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What a task of this command has sent. */
    static OutlierTally decode(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (OutlierTally) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a tally is of a class that wrote it", e);
        }
    }
}
