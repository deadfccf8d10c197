package io.lakewarden.jobs.source;

/** What a source can tell of its past. */
@FunctionalInterface
public interface SourceHistory {
    /**
     * What happened since an earlier state.
     *
     * @param snapshot as {@link ResolvedSource#snapshot()} gave it then
     */
    SourceChanges since(String snapshot);
}
