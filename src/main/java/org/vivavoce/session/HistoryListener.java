package org.vivavoce.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;

/** Is told what was said, for keeping. Called by the {@code session} thread; returns at once. */
@FunctionalInterface
public interface HistoryListener {

    /** Keeps nothing. */
    HistoryListener NONE = (messages, known) -> {
    };

    /**
     * The history has changed: messages were added, cut to what was heard, or taken back, or more of one is known that is not finished.
     *
     * @param messages all of it, oldest first, with those of an earlier conversation that goes on; the last ones may still grow
     * @param known    what is known of those that are new
     */
    void changed(List<Message> messages, Known known);

    /**
     * A message has been heard, and no more of it will be. Told after the history.
     *
     * @param sounded what was sent to be transcribed, or what the loudspeaker has sounded
     */
    default void sounded(Sounded sounded) {
        // kept by whoever may
    }

    /**
     * The sound of a message.
     *
     * @param index    of the message in the history as it was last told
     * @param role     whose it is
     * @param samples  one part after the other; not to be changed
     * @param rate     samples a second
     * @param atMillis when it began, about, since the conversation began
     */
    record Sounded(int index, Role role, List<short[]> samples, int rate, long atMillis) {

        Sounded at(long millis) {
            return new Sounded(index, role, samples, rate, millis);
        }
    }

    /**
     * What is known of messages beside what was said.
     *
     * @param typed    whether what the user said last was typed
     * @param atMillis since the conversation began
     * @param cutFrom  how many characters of the partner's last message were written before the user broke in; empty where it was
     *                 heard whole
     * @param silence  how long nobody spoke before the last message, by who said it; missing where that is not known
     */
    record Known(boolean typed, long atMillis, OptionalInt cutFrom, Map<Role, Duration> silence) {

        public Known {
            silence = Map.copyOf(silence);
        }
    }
}
