package io.lakewarden.jobs.run;

import io.lakewarden.jobs.store.RunFacts;

/**
 * A window whose result stands in the store.
 *
 * @param facts the run
 * @param judgement what was found
 * @param origin where its profile comes from
 */
record CommittedWindow(RunFacts facts, Judgement judgement, Origin origin) {}
