package io.lakewarden.benchmarks.validate.worker;

import java.util.SortedMap;

/** Reads the files anew and judges the rules. */
@FunctionalInterface
interface Verifier {
    /** For each rule that was judged, whether it holds. */
    SortedMap<String, Boolean> verify();
}
