package org.vivavoce.models;

import java.util.Objects;

/**
 * Which requests a model takes, beyond what every server of the same API does. A value; of the three parts only the one of the
 * model's stage says anything.
 *
 * @param transcribing of a recogniser
 * @param chatting     of a chat model
 * @param speaking     of a voice
 */
public record Abilities(Transcribing transcribing, Chatting chatting, Speaking speaking) {

    /** Of a model that is not known by name: the plain requests that servers of the same API take. */
    public static final Abilities UNKNOWN = new Abilities(new Transcribing(false, false, false, true, Way.BY_NAME),
            new Chatting(Temperature.ALWAYS, ""), new Speaking(true, Way.BY_NAME));

    /**
     * What a recogniser takes.
     *
     * @param verboseJson  {@code response_format} may be {@code verbose_json}; else JSON alone
     * @param languageList the language goes into the list {@code languages[]} in place of {@code language}
     * @param keywords     {@code keywords[]}: words that may be said
     * @param prompt       {@code prompt}: what was said before
     * @param way          how it is reached
     */
    public record Transcribing(boolean verboseJson, boolean languageList, boolean keywords, boolean prompt, Way way) {
        public Transcribing {
            Objects.requireNonNull(way, "a recogniser without its way"); // a file may leave it out
        }
    }

    /**
     * What a chat model takes.
     *
     * @param temperature when it takes {@code temperature}
     * @param effort      {@code reasoning_effort} to be asked of it: the one that answers a spoken turn soonest; empty where it takes
     *                    none
     */
    public record Chatting(Temperature temperature, String effort) {

        /** The effort with which a model does not reason. */
        public static final String NO_EFFORT = "none";

        /**
         * Whether a temperature can be sent.
         *
         * @param asked the effort that is asked; empty where the model chooses
         */
        public boolean takesTemperature(String asked) {
            return temperature == Temperature.ALWAYS || asked.equals(NO_EFFORT);
        }
    }

    /** When a chat model takes a temperature. */
    public enum Temperature {
        /** With every request. */
        ALWAYS,
        /** Only with the effort {@link Chatting#NO_EFFORT}. */
        WITHOUT_REASONING
    }

    /**
     * What a voice takes.
     *
     * @param instructions how to speak
     * @param way          how it is reached
     */
    public record Speaking(boolean instructions, Way way) {
        public Speaking {
            Objects.requireNonNull(way, "a voice without its way"); // a file may leave it out
        }
    }

    /** How a recogniser or a voice is reached. */
    public enum Way {
        /** A request each: {@code /audio/transcriptions}, {@code /audio/speech}. */
        HTTP,
        /** The Realtime socket. */
        REALTIME,
        /** Not known: as such models are called. */
        BY_NAME
    }
}
