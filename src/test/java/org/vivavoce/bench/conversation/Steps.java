package org.vivavoce.bench.conversation;

/**
 * When the services were asked for the reply that sounded, milliseconds after the user's last audible sample; less than 0 for before it,
 * NaN where it cannot be told.
 *
 * @param uploadMs the last sound that had to be understood arrived at the server
 * @param chatMs   the chat model was asked
 * @param speechMs the first piece of the reply was asked to be spoken
 */
record Steps(double uploadMs, double chatMs, double speechMs) {

    /** Nothing is known. */
    static final Steps UNKNOWN = new Steps(Double.NaN, Double.NaN, Double.NaN);
}
