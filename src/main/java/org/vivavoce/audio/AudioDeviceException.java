package org.vivavoce.audio;

import org.jspecify.annotations.Nullable;

/** A microphone or loudspeaker is missing, busy, forbidden or gone; the message is one sentence for the user. */
public final class AudioDeviceException extends Exception {

    private static final long serialVersionUID = 1L;

    public AudioDeviceException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** One sentence for the user: what happened and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
