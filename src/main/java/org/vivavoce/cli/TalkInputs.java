package org.vivavoce.cli;

/**
 * Whether anybody can still say something: a microphone, or lines that are typed. Thread-safe: devices become known on the
 * {@code session} thread, and typing ends on its own. A microphone that goes later may come back, and is waited for.
 */
final class TalkInputs {

    private boolean known; // guarded by this, as all fields
    private boolean microphone = true;
    private boolean typingEnded;

    /** The microphone is there, or not; returns whether nobody can say anything, now that this is known for the first time. */
    synchronized boolean microphoneIs(boolean there) {
        boolean first = !known;
        known = true;
        microphone = there;
        return first && nobody();
    }

    /** Nothing more will be typed; returns whether nobody can say anything. */
    synchronized boolean typingEnds() {
        typingEnded = true;
        return nobody();
    }

    private boolean nobody() {
        return typingEnded && !microphone;
    }
}
