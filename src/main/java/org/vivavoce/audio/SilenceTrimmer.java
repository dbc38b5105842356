package org.vivavoce.audio;

import java.util.Arrays;

/**
 * Takes the silence off both ends of a sentence's speech while it arrives, so that it sounds early and the next one follows naturally:
 * services begin with 150 to 250 ms of silence and end with up to half a second. Silence inside stays. Where something is cut the sound
 * is faded, so that nothing clicks. Samples at {@link Sound#PLAYBACK_RATE}; used by one thread, a sentence an instance.
 */
public final class SilenceTrimmer {

    /** −50 dBFS: over the noise of coded silence, under the softest consonant. */
    private static final int AUDIBLE = 104;
    /** A soft onset may lie below what counts as audible. */
    private static final int LEAD = 20 * Sound.PLAYBACK_RATE / 1000;
    /** A short breath between two sentences. */
    private static final int TAIL = 150 * Sound.PLAYBACK_RATE / 1000;
    private static final int FADE = 5 * Sound.PLAYBACK_RATE / 1000;

    private static final short[] NOTHING = {};

    private short[] held = NOTHING; // silence that may turn out to be at an end
    private boolean begun;
    private boolean cut; // something of the lead is gone
    private int silence; // samples since the last audible one, those that are held included

    /** Takes the next samples and hands on what certainly belongs to the speech. */
    public void put(short[] samples, SpeechDecoder.Sink sink) throws InterruptedException {
        short[] next = begun ? samples : begin(samples);
        if (!begun || next.length == 0) {
            return;
        }
        int last = lastAudible(next);
        int goes; // so many of the next samples go on now
        if (last >= 0) {
            goes = Math.min(next.length, last + 1 + TAIL - FADE);
            silence = next.length - last - 1;
            hand(join(held, next, goes), sink);
            held = Arrays.copyOfRange(next, goes, next.length);
        } else {
            goes = Math.clamp((long) TAIL - FADE - silence, 0, next.length);
            silence += next.length;
            hand(Arrays.copyOf(next, goes), sink);
            held = join(held, Arrays.copyOfRange(next, goes, next.length), next.length - goes);
        }
    }

    /** The speech has ended: hands on what is left of its tail. */
    public void finish(SpeechDecoder.Sink sink) throws InterruptedException {
        short[] rest = held;
        held = NOTHING;
        if (begun && rest.length > FADE) {
            rest = Arrays.copyOf(rest, FADE);
            fade(rest, false);
        }
        hand(rest, sink);
    }

    /** What the speech begins with, as soon as anything audible has come. */
    private short[] begin(short[] samples) {
        short[] all = join(held, samples, samples.length);
        int first = firstAudible(all);
        int start = Math.max(0, (first < 0 ? all.length : first) - LEAD);
        short[] kept = Arrays.copyOfRange(all, start, all.length);
        cut |= start > 0;
        begun = first >= 0;
        held = begun ? NOTHING : kept;
        if (begun && cut) {
            fade(kept, true);
        }
        return kept;
    }

    private static void hand(short[] samples, SpeechDecoder.Sink sink) throws InterruptedException {
        if (samples.length > 0) {
            sink.accept(samples);
        }
    }

    private static void fade(short[] samples, boolean in) {
        int length = Math.min(FADE, samples.length);
        for (int i = 0; i < length; i++) {
            int at = in ? i : samples.length - 1 - i;
            samples[at] = (short) (samples[at] * i / length);
        }
    }

    private static short[] join(short[] head, short[] tail, int ofTail) {
        short[] joined = Arrays.copyOf(head, head.length + ofTail);
        System.arraycopy(tail, 0, joined, head.length, ofTail);
        return joined;
    }

    private static int firstAudible(short[] samples) {
        for (int i = 0; i < samples.length; i++) {
            if (isAudible(samples[i])) {
                return i;
            }
        }
        return -1;
    }

    private static int lastAudible(short[] samples) {
        for (int i = samples.length - 1; i >= 0; i--) {
            if (isAudible(samples[i])) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAudible(short sample) {
        return Math.abs(sample) >= AUDIBLE;
    }
}
