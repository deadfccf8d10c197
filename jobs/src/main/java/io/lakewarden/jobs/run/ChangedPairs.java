package io.lakewarden.jobs.run;

import io.lakewarden.result.Finding;

/**
 * What came of comparing pairs of columns.
 *
 * @param compared how many there were
 * @param changed how many of them changed far enough to matter and by no accident
 * @param finding what is to be thought of them
 */
record ChangedPairs(int compared, int changed, Finding finding) {}
