package org.vivavoce.bench.conversation;

/** Something that is tried in conversation and measured. Runs on the bench's main thread. */
interface Scenario {

    /** Tries it; what is measured is in the report even where it does not come to its end. */
    void run(Desk desk, Report report) throws Exception;
}
