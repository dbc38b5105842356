package org.vivavoce.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vivavoce.audio.Sound;
import org.vivavoce.session.ReplyAudio.Item;

/**
 * The sound of a reply in its order: what waits to be played, and what was played of the last two sentences, so that a clause can be
 * played again. Guarded by its owner.
 */
final class SoundQueue {

    private static final int MOST_WAITING_SAMPLES = 5 * Sound.PLAYBACK_RATE;

    private final List<Item> items = new ArrayList<>();
    private int next; // what comes before it was taken
    private int waitingSamples;

    void add(Item item) {
        items.add(item);
        waitingSamples += item.samples().length;
    }

    /** Whether more than 5 s wait. */
    boolean isFull() {
        return waitingSamples > MOST_WAITING_SAMPLES;
    }

    boolean isEmpty() {
        return next == items.size();
    }

    /** The next that waits; there must be one. */
    Item take() {
        Item item = items.get(next++);
        waitingSamples -= item.samples().length;
        while (item.sentence() != ReplyAudio.END && items.getFirst().sentence() < item.sentence() - 1) {
            items.removeFirst();
            next--;
        }
        return item;
    }

    /** What was taken waits again, from this sample of this sentence on; what is not kept any more does not. */
    void rewind(int sentence, long fromSample) {
        long left = fromSample;
        next = items.size();
        for (int i = 0; i < items.size() && next == items.size(); i++) {
            Item item = items.get(i);
            int length = item.samples().length;
            if (item.sentence() == ReplyAudio.END || item.sentence() > sentence) {
                next = i;
            } else if (item.sentence() == sentence && left < length) {
                split(i, (int) left);
                next = left > 0 ? i + 1 : i;
            } else if (item.sentence() == sentence) {
                left -= length;
            }
        }
        waitingSamples = items.subList(next, items.size()).stream().mapToInt(item -> item.samples().length).sum();
    }

    private void split(int index, int at) {
        if (at > 0) {
            Item item = items.get(index);
            short[] samples = item.samples();
            items.set(index, new Item(item.reply(), item.sentence(), Arrays.copyOf(samples, at)));
            items.add(index + 1,
                    new Item(item.reply(), item.sentence(), Arrays.copyOfRange(samples, at, samples.length)));
        }
    }

    /** Whether the end of the reply is among what waits. */
    boolean holdsEnd() {
        return items.subList(next, items.size()).stream().anyMatch(item -> item.sentence() == ReplyAudio.END);
    }

    void clear() {
        items.clear();
        next = 0;
        waitingSamples = 0;
    }
}
