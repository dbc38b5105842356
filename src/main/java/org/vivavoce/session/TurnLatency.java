package org.vivavoce.session;

import java.util.Map;

/**
 * When each stage of a reply was reached, milliseconds since the user was last heard. A stage before the turn's end may be early: work
 * begins at the soft end.
 *
 * @param millis by stage; a stage that was not seen is missing
 */
public record TurnLatency(Map<Stage, Long> millis) {

    /** The stages of a reply, in the order they are reached. */
    public enum Stage {
        /** Work may begin. */
        SOFT_END("soft end"),
        /** The last piece of the utterance was sent. */
        SENT("sent"),
        /** Its words were there. */
        TRANSCRIPT("transcript"),
        /** The reply's first word was there. */
        FIRST_TOKEN("first token"),
        /** Its first clause was there and was sent to be spoken. */
        FIRST_CLAUSE("first clause"),
        /** The first byte of its speech was there. */
        FIRST_BYTE("first byte"),
        /** The turn had ended: the reply might sound. */
        TURN_END("end of turn"),
        /** It sounded. */
        FIRST_SOUND("first sound");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        /** For a table. */
        public String words() {
            return words;
        }
    }

    public TurnLatency {
        millis = Map.copyOf(millis);
    }
}
