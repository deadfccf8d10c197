package io.lakewarden.jobs.run;

import io.lakewarden.jobs.store.RunFacts;
import java.util.Optional;

/**
 * A window whose result stands in the store.
 *
 * @param facts the run
 * @param judgement what was found
 * @param origin where its profile comes from
 * @param kept what an earlier run found in the rows; absent where they were read, or nothing was found
 * @param statusBefore the content of {@code run-status.json} before the commit
 */
record CommittedWindow(
        RunFacts facts,
        Judgement judgement,
        Origin origin,
        Optional<KeptSections> kept,
        Optional<String> statusBefore) {}
