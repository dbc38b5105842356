package org.vivavoce.offline;

import java.io.Serial;

/** A voice of this computer cannot speak. The message is one sentence for the user and holds nothing of what was to be said. */
public final class VoiceException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    public VoiceException(String sentence) {
        super(sentence);
    }

    /** One sentence for the user: what happened and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
