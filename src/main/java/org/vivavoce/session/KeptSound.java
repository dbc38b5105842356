package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.audio.Sound;
import org.vivavoce.practice.History;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;

/**
 * What sounded of both sides, with the message it belongs to, until it is told to whoever keeps it. Only references are held here: nothing
 * is copied. Used by the {@code session} thread.
 */
final class KeptSound {

    private static final int NOWHERE = -1;

    private final History history;
    private final List<HistoryListener.Sounded> untold = new ArrayList<>();

    KeptSound(History history) {
        this.history = history;
    }

    /** The user's turn is dealt with, and its message is the user's last one. */
    void user(UserTurn turn) {
        List<short[]> samples = turn.sound();
        long millis = Math.max(0, turn.lastVoiceAt() - millis(samples, Sound.CAPTURE_RATE));
        add(Role.USER, samples, Sound.CAPTURE_RATE, turn.lastVoiceAt() < 0 ? -1 : millis);
    }

    /** So much of the partner's last message was heard. */
    void partner(List<short[]> samples) {
        add(Role.PARTNER, samples, Sound.PLAYBACK_RATE, -1);
    }

    private void add(Role role, List<short[]> samples, int rate, long atMillis) {
        int index = last(role);
        if (index != NOWHERE && !samples.isEmpty()) {
            untold.add(new HistoryListener.Sounded(index, role, samples, rate, atMillis));
        }
    }

    private int last(Role role) {
        List<Message> messages = history.messages();
        int index = messages.size() - 1;
        while (index >= 0 && messages.get(index).role() != role) {
            index--;
        }
        return index;
    }

    /** Tells what was not told yet; what has no time of its own has just ended. */
    void tell(HistoryListener keeper, long now) {
        for (HistoryListener.Sounded sounded : untold) {
            long ended = Math.max(0, now - millis(sounded.samples(), sounded.rate()));
            keeper.sounded(sounded.atMillis() < 0 ? sounded.at(ended) : sounded);
        }
        untold.clear();
    }

    private static long millis(List<short[]> samples, int rate) {
        return samples.stream().mapToLong(part -> part.length).sum() * 1000 / rate;
    }
}
