package org.vivavoce.session;

import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Stage;

/** Decides when and how a step of a request to a simulated service goes. */
interface Fate {

    /**
     * One of the two is to be run, later; or none, where the service never answers.
     *
     * @param id of the request; below 0 for a sound that was overheard
     */
    void decide(Stage stage, long id, Cancellation cancellation, Runnable succeeds, Runnable fails);
}
