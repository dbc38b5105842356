package org.vivavoce.openai.realtime;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vivavoce.ai.Dictation;
import org.vivavoce.audio.RateConverter;

/** One piece of speech on its way into a session's buffer, a tenth of a second at a time. Used by one thread. */
final class PieceFeed {

    /** A tenth of a second as it comes in. */
    private static final int SLICE = Dictation.SAMPLE_RATE / 10;

    /** A tenth of a second as it goes out: short against the time a transcript takes, and ten events a second are few. */
    private static final int CHUNK_BYTES = HearingEvents.SAMPLE_RATE / 10 * 2;

    private final HearingSession session;
    private final RateConverter converter = new RateConverter(Dictation.SAMPLE_RATE, HearingEvents.SAMPLE_RATE);
    private final List<short[]> added = new ArrayList<>();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(2 * CHUNK_BYTES);
    private int samples;

    /** @param session has begun a piece */
    PieceFeed(HearingSession session) {
        this.session = session;
    }

    HearingSession session() {
        return session;
    }

    /** More of it, at {@link Dictation#SAMPLE_RATE}. */
    void add(short[] more) {
        added.add(more);
        samples += more.length;
        for (int from = 0; from < more.length; from += SLICE) {
            hold(converter.convert(more, from, Math.min(SLICE, more.length - from)));
            if (held.size() >= CHUNK_BYTES) {
                sendHeld();
            }
        }
    }

    /** Whether what was added is how this piece begins. */
    boolean isBeginOf(short[] piece) {
        int at = 0;
        for (short[] part : added) {
            if (at + part.length > piece.length
                    || Arrays.mismatch(part, 0, part.length, piece, at, at + part.length) >= 0) {
                return false;
            }
            at += part.length;
        }
        return true;
    }

    /**
     * Adds what is missing, and has it transcribed.
     *
     * @param piece all of it
     */
    HeardPiece commit(short[] piece) {
        add(Arrays.copyOfRange(piece, samples, piece.length));
        hold(converter.finish());
        sendHeld();
        return session.commit();
    }

    /** It is not wanted. */
    void clear() {
        session.clear();
    }

    /** 16 bits, little-endian. */
    private void hold(short[] converted) {
        for (short sample : converted) {
            held.write(sample);
            held.write(sample >> 8);
        }
    }

    private void sendHeld() {
        if (held.size() > 0) {
            session.append(held.toByteArray());
            held.reset();
        }
    }
}
