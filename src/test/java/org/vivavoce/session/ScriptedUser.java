package org.vivavoce.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.SoundLevel;
import org.vivavoce.session.SessionEvent.Frame;

/**
 * A user who speaks at set times in a room of −65 dBFS. The samples of each frame are the number of the frame, so that a test sees which
 * frames were sent.
 */
final class ScriptedUser {

    static final int FRAME_MS = 10;
    private static final double ROOM_DBFS = -65;

    private record Speech(long from, long to, double dbfs) {}

    private final List<Speech> speeches = new ArrayList<>();

    /** Speaks from one moment to another, milliseconds since the conversation's start. */
    void speaks(long from, long to, double dbfs) {
        speeches.add(new Speech(from, to, dbfs));
    }

    /** The frame that ends at a moment. */
    Frame frame(long atMillis) {
        short[] samples = new short[Sound.CAPTURE_FRAME];
        Arrays.fill(samples, (short) (atMillis / FRAME_MS));
        return new Frame(samples, level(atMillis - FRAME_MS), true, atMillis);
    }

    private SoundLevel level(long at) {
        for (Speech speech : speeches) { // a stream would take a tenth of the hours that are simulated
            if (speech.from() <= at && at < speech.to()) {
                return voice(speech.dbfs(), at - speech.from());
            }
        }
        return room(at);
    }

    /** A quiet room at a moment. */
    static SoundLevel room(long at) {
        return new SoundLevel(ROOM_DBFS + (at / FRAME_MS) % 3, 0.2, 0);
    }

    /** Speech, so long after it began: four syllables a second, in whose vowels the pitch glides down. */
    static SoundLevel voice(double dbfs, long into) {
        long intoSyllable = into % 250;
        boolean consonant = intoSyllable >= 180;
        return consonant
                ? new SoundLevel(dbfs - 12, 0.3, 0)
                : new SoundLevel(dbfs, 0.85, 130 - intoSyllable / 10.0);
    }

    /** Rushing air: a cough. */
    static SoundLevel rush(double dbfs) {
        return new SoundLevel(dbfs, 0.2, 0);
    }

    /** When the first and the last frame of a recording ended. */
    static long[] span(short[] samples) {
        return new long[]{samples[0] * (long) FRAME_MS, samples[samples.length - 1] * (long) FRAME_MS};
    }
}
