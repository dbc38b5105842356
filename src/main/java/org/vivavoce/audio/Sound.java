package org.vivavoce.audio;

import java.time.Duration;
import java.util.List;

/** The formats sound has inside the program: 16-bit signed mono, captured at 16 kHz, played at 24 kHz. */
public final class Sound {

    /** Samples a second from the microphone: what recognisers take, and a rate the echo canceller knows. */
    public static final int CAPTURE_RATE = 16_000;

    /** Samples a second to the loudspeaker: the rate of the speech services' MP3. */
    public static final int PLAYBACK_RATE = 24_000;

    /** The length of a frame. */
    public static final Duration FRAME = Duration.ofMillis(10);

    /** Samples of a captured frame. */
    public static final int CAPTURE_FRAME = CAPTURE_RATE / 100;

    /** Samples of a played frame. */
    public static final int PLAYBACK_FRAME = PLAYBACK_RATE / 100;

    private Sound() {}

    /** The parts in one, one after the other. */
    public static short[] joined(List<short[]> parts) {
        short[] all = new short[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
