package io.lakewarden.jobs.run;

import io.lakewarden.jobs.init.InitOutcome;
import io.lakewarden.jobs.init.InitRequest;
import io.lakewarden.jobs.site.SiteOutcome;
import io.lakewarden.jobs.site.SiteRequest;

/**
 * The work behind the commands that need Spark. Each method does all windows of a request and says how each ended; it
 * throws {@link io.lakewarden.jobs.config.UserException} where nothing could be begun and the user can put it right.
 */
public interface Jobs extends AutoCloseable {
    /** Profile, compare, judge, store and report: the main job. */
    RunOutcome run(RunRequest request);

    /** Profile and store only; no findings. */
    RunOutcome profile(RunRequest request);

    /** Compare and judge stored profiles again, profiling only what is missing. */
    RunOutcome drift(RunRequest request);

    /** Hold the rows against the rules, and judge the windows with what that finds; profiles only what is missing. */
    RunOutcome validate(RunRequest request);

    /** The same over the rows that quarantine holds of the windows, after rules or rows were put right. */
    RunOutcome replay(RunRequest request);

    /** Render the reports of stored runs again; no findings, and {@link WindowOutcome#report()} says where they are. */
    RunOutcome report(RunRequest request);

    /** Bring the site over all monitors up to date with what is stored. */
    SiteOutcome site(SiteRequest request);

    /** Look at data, guess a monitor and write its file; Spark is opened only where the data need it. */
    InitOutcome init(InitRequest request);

    /** Learn from data what to expect of each column, and write it as a schema file. */
    SchemaOutcome inferSchema(SchemaRequest request);

    /** The main job on data made on the spot. Fails on nothing. */
    RunOutcome demo(DemoRequest request);

    /** Frees what was opened on the way, such as a Spark session; nothing where nothing was. */
    @Override
    void close();
}
