package org.vivavoce.ui.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Tries microphone and loudspeaker outside of a conversation. */
public interface SoundCheck {

    /** A check that is going on. Any thread; returns at once; the second call does nothing. */
    @FunctionalInterface
    interface Check {
        /** Ends it. */
        void stop();
    }

    /**
     * The devices there are now, without the system's default.
     *
     * @param microphones  names
     * @param loudspeakers names
     */
    record Devices(List<String> microphones, List<String> loudspeakers) {
        public Devices {
            microphones = List.copyOf(microphones);
            loudspeakers = List.copyOf(loudspeakers);
        }
    }

    /** Asks the system anew. Called on a background thread; may block for a moment. */
    Devices devices();

    /**
     * Listens and tells the level until it is stopped. Returns at once.
     *
     * @param microphone name, empty for the system's default
     * @param dbfs       is told the level, −100 to 0 dBFS, about 20 times a second, on any thread
     * @param problem    is told one sentence for the user when there is nothing to listen to, on any thread
     */
    Check listen(String microphone, DoubleConsumer dbfs, Consumer<String> problem);

    /**
     * Plays a short spoken sentence or sound. Returns at once.
     *
     * @param loudspeaker name, empty for the system's default
     * @param end         is told when it has sounded (empty) or could not (one sentence for the user), on any thread
     */
    Check playTestSound(String loudspeaker, Consumer<Optional<String>> end);
}
