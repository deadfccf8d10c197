package io.lakewarden.spark.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import org.apache.parquet.column.Dictionary;
import org.apache.spark.sql.execution.datasources.parquet.ParquetDictionary;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;

/**
 * The dictionaries behind the vectors of Spark's Parquet reader. Spark keeps them to itself, although a column chunk has
 * one dictionary for thousands of batches: without it, codes could be counted in a single batch only. Where another
 * version of Spark keeps them elsewhere, there are none, and vectors are read value by value.
 */
final class ParquetDictionaries {
    private static final Optional<ParquetDictionaries> ACCESS = find();

    private final VarHandle ofVector;
    private final VarHandle ofDictionary;

    private ParquetDictionaries(VarHandle ofVector, VarHandle ofDictionary) {
        this.ofVector = ofVector;
        this.ofDictionary = ofDictionary;
    }

    private static Optional<ParquetDictionaries> find() {
        try {
            return Optional.of(new ParquetDictionaries(
                    field(
                            WritableColumnVector.class,
                            "dictionary",
                            org.apache.spark.sql.execution.vectorized.Dictionary.class),
                    field(ParquetDictionary.class, "dictionary", Dictionary.class)));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static VarHandle field(Class<?> owner, String name, Class<?> type) throws ReflectiveOperationException {
        return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
    }

    /** The dictionary that the codes of a vector are of, with what decodes them; null where there is none. */
    static CodeDictionary of(WritableColumnVector vector) {
        if (ACCESS.isEmpty() || !vector.hasDictionary()) {
            return null;
        }
        ParquetDictionaries access = ACCESS.get();
        if (access.ofVector.get(vector) instanceof ParquetDictionary decoder) {
            Dictionary pages = (Dictionary) access.ofDictionary.get(decoder);
            return new CodeDictionary(pages, decoder, pages.getMaxId() + 1);
        }
        return null;
    }
}
