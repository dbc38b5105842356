package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.practice.Message;

/**
 * What the partner is to know that nobody said, each at its place among the messages: it goes with every request that reaches back so
 * far, and is in no history. Used by the {@code session} thread.
 */
final class Directions {

    /** The oldest goes first: whoever takes back and saves again must not grow the requests without end. */
    static final int MOST = 8;

    private record Placed(String text, int after) {}

    private final List<Placed> all = new ArrayList<>();

    /** @param after how many messages there were before it */
    void add(String text, int after) {
        all.add(new Placed(text, after));
        if (all.size() > MOST) {
            all.removeFirst();
        }
    }

    /**
     * The messages with the directions between them.
     *
     * @param context the last messages
     * @param total   how many there are in all; a message may have been taken back since
     */
    List<Message> among(List<Message> context, int total) {
        int first = total - context.size();
        List<Message> messages = new ArrayList<>();
        for (int place = first; place <= total; place++) {
            for (Placed each : all) {
                if (Math.min(each.after, total) == place) {
                    messages.add(Message.direction(each.text));
                }
            }
            if (place < total) {
                messages.add(context.get(place - first));
            }
        }
        return messages;
    }
}
