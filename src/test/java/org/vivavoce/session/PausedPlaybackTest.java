package org.vivavoce.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.Sound;
import org.vivavoce.session.SessionEvent.LoudspeakerChanged;
import org.vivavoce.session.SessionEvent.ReplySounded;
import org.vivavoce.session.SessionEvent.SentenceSounds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The partner's voice made softer, paused and begun anew in the middle of a reply, to the sample. */
class PausedPlaybackTest {

    private static final int SECOND = Sound.PLAYBACK_RATE;
    private static final int FADE = SECOND * 15 / 1000;
    private static final short LOUD = 9000;
    /** A ramp of 15 ms to full loudness. */
    private static final int LARGEST_STEP = LOUD / FADE + 2;

    private final ScriptedSoundParts sound = new ScriptedSoundParts();
    private final ScriptedLoudspeaker loudspeaker = sound.addLoudspeaker();
    private final EventQueue events = new EventQueue();
    private final Playback playback = new Playback(sound.parts(), () -> 0, events);
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(playback);

    @BeforeEach
    void start() throws InterruptedException {
        thread.start();
        assertEquals(new LoudspeakerChanged(true, ""), events.next());
        playback.begin(1, false);
    }

    @AfterEach
    void close() throws InterruptedException {
        playback.close();
        assertTrue(thread.join(Duration.ofSeconds(20)), "closing ends the thread");
    }

    /** Pauses; when it comes back, a frame that was on its way is silenced too. */
    private void pause() {
        playback.pause();
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (thread.getState() != Thread.State.WAITING) { // for what there is to play
            assertTrue(System.nanoTime() < deadline, "still " + thread.getState());
            Thread.onSpinWait();
        }
    }

    @Test
    void softerAndLoudAgainComeWithoutAStep() throws InterruptedException {
        playback.put(1, 0, tone(4 * SECOND));
        loudspeaker.sounds(SECOND);
        loudspeaker.awaitFullOrDraining(); // one frame more is on its way, as loud as it was
        playback.soften(14);
        loudspeaker.sounds(SECOND);
        playback.soften(0);
        loudspeaker.sounds(SECOND);

        short[] heard = Arrays.copyOf(loudspeaker.taken(), 3 * SECOND);
        assertTrue(largestStep(heard) <= LARGEST_STEP, "step of " + largestStep(heard));
        assertEquals(LOUD, heard[SECOND / 2]);
        assertEquals(LOUD * Math.pow(10, -14 / 20.0), heard[2 * SECOND - 1], 1);
        assertEquals(LOUD, heard[3 * SECOND - 1]);
        assertTrue(heard[SECOND + ScriptedLoudspeaker.BUFFER_SAMPLES + Sound.PLAYBACK_FRAME + FADE] < LOUD / 4,
                "softer as soon as what was written before has sounded");
    }

    @Test
    void aPauseSilencesAndTellsWhatWasHeard() throws InterruptedException {
        playback.put(1, 0, tone(SECOND));
        playback.endSentence(1, 0);
        playback.put(1, 1, tone(SECOND));
        loudspeaker.sounds(SECOND + 6000);
        loudspeaker.awaitFullOrDraining();
        HeardSentences heard = playback.pause();

        assertEquals(List.of((long) SECOND, 6000L), played(heard));
        assertEquals(SECOND + 6000, loudspeaker.writtenSamples());
        assertFalse(playback.sounds());
        assertEquals(-100, playback.levelDbfs());
        assertEquals(1250, playback.soundedMillis());
    }

    @Test
    void itGoesOnWithTheVerySampleAskedForOutOfSilence() throws InterruptedException {
        short[] ramp = ramp(SECOND);
        playback.put(1, 0, ramp);
        loudspeaker.sounds(10_000);
        loudspeaker.awaitFullOrDraining();
        pause();
        playback.resume(0, 7000);
        loudspeaker.sounds(8000);

        short[] again = Arrays.copyOfRange(loudspeaker.taken(), 10_000, 18_000);
        assertArrayEquals(Arrays.copyOfRange(ramp, 7000 + FADE, 15_000), Arrays.copyOfRange(again, FADE, 8000));
        assertTrue(Math.abs(again[0]) < 100, "begins in silence");
        for (int i = 0; i < FADE; i++) {
            assertTrue(again[i] <= ramp[7000 + i], "grows louder");
        }
    }

    @Test
    void nothingIsLostBetweenSentencesWhereItGoesOn() throws InterruptedException {
        short[] ramp = ramp(3 * SECOND);
        playback.put(1, 0, Arrays.copyOf(ramp, 11_111));
        playback.put(1, 0, Arrays.copyOfRange(ramp, 11_111, SECOND));
        playback.put(1, 1, Arrays.copyOfRange(ramp, SECOND, SECOND + 777));
        playback.put(1, 2, Arrays.copyOfRange(ramp, SECOND + 777, 2 * SECOND));
        loudspeaker.sounds(5000);
        pause();
        playback.resume(0, 4000);
        playback.put(1, 2, Arrays.copyOfRange(ramp, 2 * SECOND, 3 * SECOND));
        playback.end(1);
        loudspeaker.sounds(3 * SECOND - 4000);

        short[] again = Arrays.copyOfRange(loudspeaker.taken(), 5000 + FADE, 5000 + 3 * SECOND - 4000);
        assertArrayEquals(Arrays.copyOfRange(ramp, 4000 + FADE, 3 * SECOND), again);
    }

    @Test
    void whatIsHeardAgainCountsOnceAndTheFurthestCounts() throws InterruptedException {
        playback.put(1, 0, tone(SECOND));
        loudspeaker.sounds(12_000);
        pause();
        playback.resume(0, 6000);
        loudspeaker.sounds(2000);
        assertEquals(List.of(12_000L), played(playback.pause()), "not as far as before");
        playback.resume(0, 6000);
        loudspeaker.sounds(9000);

        assertEquals(List.of(15_000L), played(playback.interrupt()));
    }

    @Test
    void anInterruptionDuringAPauseTellsWhatWasHeard() throws InterruptedException {
        playback.put(1, 0, tone(SECOND));
        loudspeaker.sounds(12_000);
        pause();

        assertEquals(List.of(12_000L), played(playback.interrupt()));
        playback.begin(2, false);
        playback.put(2, 0, tone(SECOND));
        loudspeaker.sounds(500);
        assertEquals(List.of(500L), played(playback.interrupt()), "the next reply is not paused");
    }

    @Test
    void aReplyThatIsPausedInItsLastMomentEndsAfterItHasGoneOn() throws InterruptedException {
        playback.put(1, 0, tone(3000));
        playback.endSentence(1, 0);
        playback.end(1);
        assertEquals(new SentenceSounds(1, 0), events.next());
        loudspeaker.sounds(1000);
        loudspeaker.awaitDraining();
        pause();
        playback.resume(0, 500);
        assertEquals(new SentenceSounds(1, 0), events.next());
        assertTrue(events.isEmpty(), "not over yet");
        loudspeaker.sounds(2640);

        assertEquals(new ReplySounded(1), events.next());
        assertEquals(151, playback.soundedMillis(), "1000 samples, and 2500 filled up to whole frames");
    }

    @Test
    void aReplyWhoseLastWordWasHeardEndsWhenItGoesOn() throws InterruptedException {
        playback.put(1, 0, tone(2400));
        playback.end(1);
        assertEquals(new SentenceSounds(1, 0), events.next());
        loudspeaker.sounds(2300);
        loudspeaker.awaitDraining();
        pause();
        playback.resume(1, 0);

        assertEquals(new ReplySounded(1), events.next());
    }

    @Test
    void itMayGoOnWithASentenceThatIsStillToCome() throws InterruptedException {
        playback.put(1, 0, tone(2400));
        loudspeaker.sounds(2300);
        pause();
        playback.resume(1, 0);
        playback.put(1, 1, tone(2400));
        loudspeaker.sounds(2400);

        assertEquals(2300 + 2400, loudspeaker.writtenSamples());
    }

    @Test
    void whatIsOnItsWayWhenThePauseComesDoesNotSound() throws InterruptedException {
        playback.put(1, 0, tone(240));
        loudspeaker.sounds(240);
        loudspeaker.beforeWriting(playback::pause);
        playback.put(1, 0, tone(SECOND));
        events.next();
        loudspeaker.awaitSilences(2); // the pause, and the frame that came after it

        assertEquals(240, loudspeaker.writtenSamples());
    }

    @Test
    void aPauseWhereNothingSoundsIsNone() throws InterruptedException {
        assertEquals(HeardSentences.NOTHING, playback.pause());
        playback.resume(0, 5000);
        playback.put(1, 0, tone(2400));
        loudspeaker.sounds(2400);

        assertEquals(2400, loudspeaker.writtenSamples());
    }

    @Test
    void whoPutsMoreDuringAPauseWaitsAndIsReleasedByAnInterruption() throws Exception {
        playback.put(1, 0, tone(SECOND));
        loudspeaker.sounds(5000);
        pause();
        CompletableFuture<Boolean> last = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                boolean wanted = true;
                while (wanted) {
                    wanted = playback.put(1, 0, tone(SECOND));
                }
                last.complete(wanted);
            } catch (InterruptedException e) {
                last.completeExceptionally(e);
            }
        });
        playback.interrupt();

        assertFalse(last.get(20, TimeUnit.SECONDS));
    }

    private static List<Long> played(HeardSentences heard) {
        return heard.sentences().stream().map(HeardSentences.Sentence::playedSamples).toList();
    }

    private static int largestStep(short[] samples) {
        int largest = Math.abs(samples[0]);
        for (int i = 1; i < samples.length; i++) {
            largest = Math.max(largest, Math.abs(samples[i] - samples[i - 1]));
        }
        return largest;
    }

    private static short[] tone(int samples) {
        short[] tone = new short[samples];
        Arrays.fill(tone, LOUD);
        return tone;
    }

    /** Each sample another, and none 0. */
    private static short[] ramp(int samples) {
        short[] ramp = new short[samples];
        for (int i = 0; i < samples; i++) {
            ramp[i] = (short) (i % 30_000 + 1);
        }
        return ramp;
    }
}
