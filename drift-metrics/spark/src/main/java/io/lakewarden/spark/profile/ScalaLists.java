package io.lakewarden.spark.profile;

import java.util.ArrayList;
import java.util.List;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Scala's sequences as lists: theirs are often linked, so that reading thousands of columns by position takes minutes. */
final class ScalaLists {
    private ScalaLists() {}

    static <T> List<T> of(Seq<T> sequence) {
        return new ArrayList<>(JavaConverters.seqAsJavaList(sequence));
    }
}
