package org.vivavoce.session;

import org.junit.jupiter.api.Test;
import org.vivavoce.audio.SoundLevel;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SoundTimeTest {

    private final SoundTime time = new SoundTime();

    private long frame(long at, long clock) {
        return time.of(new SessionEvent.Frame(new short[160], new SoundLevel(-60, 0, 0), true, at), clock);
    }

    private long other(long clock) {
        return time.of(new SessionEvent.Tick(), clock);
    }

    @Test
    void whatComesWhileSoundIsOnItsWayTakesPlaceWhereTheSoundIs() {
        frame(1000, 1005);
        assertEquals(1000, other(1400));
        assertEquals(1010, frame(1010, 1410));
    }

    @Test
    void withoutAMicrophoneItIsTheClocks() {
        assertEquals(700, other(700));
        frame(800, 800);
        time.of(new SessionEvent.MicrophoneChanged(false, ""), 900);
        assertEquals(950, other(950));
    }

    @Test
    void aMicrophoneThatTellsNothingTellsNoTime() {
        frame(1000, 1000);
        assertEquals(1000, other(2500));
        assertEquals(2501, other(2501));
        assertEquals(2501, frame(1010, 2502), "never back");
    }
}
