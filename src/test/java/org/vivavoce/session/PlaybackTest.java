package org.vivavoce.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.Loudspeaker;
import org.vivavoce.audio.Sound;
import org.vivavoce.session.SessionEvent.LoudspeakerChanged;
import org.vivavoce.session.SessionEvent.ReplySounded;
import org.vivavoce.session.SessionEvent.SentenceSounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlaybackTest {

    private static final int SECOND = Sound.PLAYBACK_RATE;

    private final ScriptedSoundParts sound = new ScriptedSoundParts();
    private final ScriptedLoudspeaker loudspeaker = sound.addLoudspeaker();
    private final EventQueue events = new EventQueue();
    private final AtomicLong now = new AtomicLong();
    private final Playback playback = new Playback(sound.parts(), now::get, events);
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(playback);

    @BeforeEach
    void start() throws InterruptedException {
        thread.start();
        assertEquals(new LoudspeakerChanged(true, ""), events.next());
        assertTrue(playback.available());
    }

    @AfterEach
    void close() throws InterruptedException {
        playback.close();
        assertTrue(thread.join(Duration.ofSeconds(20)), "closing ends the thread");
    }

    @Test
    void sentencesSoundInTheirOrderAndTheReplyEndsWhenAllHasSounded() throws InterruptedException {
        playback.begin(1, false);
        playback.put(1, 0, tone(1200));
        playback.endSentence(1, 0);
        playback.put(1, 1, tone(2400));
        playback.endSentence(1, 1);
        playback.end(1);
        assertEquals(new SentenceSounds(1, 0), events.next());
        assertEquals(new SentenceSounds(1, 1), events.next());
        assertTrue(playback.sounds());
        loudspeaker.sounds(1200);
        loudspeaker.awaitDraining();
        assertTrue(events.isEmpty(), "not over while the buffer sounds");
        loudspeaker.sounds(2400);

        assertEquals(new ReplySounded(1), events.next());
        assertFalse(playback.sounds());
        assertEquals(150, playback.soundedMillis());
        assertEquals(-100, playback.levelDbfs());
    }

    @Test
    void anInterruptInMidSentenceTellsWhatWasHeardOfEachSentence() throws InterruptedException {
        playback.begin(1, false);
        playback.put(1, 0, tone(2400));
        playback.endSentence(1, 0);
        playback.put(1, 1, tone(SECOND));
        loudspeaker.sounds(2400 + 6000);
        loudspeaker.awaitFullOrDraining();
        HeardSentences heard = playback.interrupt();

        assertEquals(List.of("2400 of 2400", "6000 of 24000 …"), counts(heard));
        assertTrue(loudspeaker.silences() > 0);
        assertFalse(playback.sounds());
        assertEquals(350, playback.soundedMillis());
        assertEquals(HeardSentences.NOTHING, playback.interrupt());
    }

    @Test
    void whatIsNotHeardYetIsNotToldAsHeard() throws InterruptedException {
        playback.begin(1, false);
        playback.put(1, 0, tone(SECOND));
        loudspeaker.awaitFullOrDraining();

        assertEquals(List.of("0 of 24000 …"), counts(playback.interrupt()));
    }

    @Test
    void afterAnInterruptTheNextReplyIsCountedFromItsOwnBeginning() throws InterruptedException {
        playback.begin(1, false);
        playback.put(1, 0, tone(SECOND));
        loudspeaker.sounds(5000);
        playback.interrupt();
        playback.begin(2, false);
        playback.put(2, 0, tone(SECOND));
        loudspeaker.sounds(700);

        assertEquals(700, playback.interrupt().sentences().getFirst().playedSamples());
    }

    @Test
    void samplesOfAReplyThatIsNotWantedAreRefused() throws InterruptedException {
        playback.begin(1, false);
        playback.interrupt();
        assertFalse(playback.put(1, 0, tone(100)));
        playback.begin(2, false);
        assertFalse(playback.put(1, 0, tone(100)));
        playback.end(1);
        playback.end(2);

        assertEquals(new ReplySounded(2), events.next());
        assertTrue(events.isEmpty());
    }

    @Test
    void whatIsSaidAsideSoundsBeforeTheReplyAndCountsForNothing() throws InterruptedException {
        playback.begin(1, false);
        playback.aside(tone(1000));
        await(playback::sounds);
        playback.begin(2, false);
        playback.put(2, 0, tone(SECOND));
        loudspeaker.sounds(1200); // five frames
        assertEquals(new SentenceSounds(2, 0), events.next());
        loudspeaker.sounds(700);

        assertEquals(700, playback.interrupt().sentences().getFirst().playedSamples());
    }

    @Test
    void anInterruptSilencesWhatIsSaidAside() throws InterruptedException {
        playback.aside(tone(SECOND));
        loudspeaker.awaitFullOrDraining();
        int silences = loudspeaker.silences();
        assertEquals(HeardSentences.NOTHING, playback.interrupt());
        assertTrue(loudspeaker.silences() > silences);
        await(() -> !playback.sounds());
        playback.begin(1, false);
        playback.put(1, 0, tone(240));

        assertEquals(new SentenceSounds(1, 0), events.next());
    }

    @Test
    void nothingIsSaidAsideInTheMiddleOfAReply() throws InterruptedException {
        playback.begin(1, false);
        playback.put(1, 0, tone(480));
        assertEquals(new SentenceSounds(1, 0), events.next());
        playback.aside(tone(SECOND));
        playback.end(1);
        loudspeaker.sounds(480);

        assertEquals(new ReplySounded(1), events.next());
        assertFalse(playback.sounds());
    }

    @Test
    void atMostFiveSecondsWaitAndAnInterruptReleasesWhoPutsMore() throws Exception {
        playback.begin(1, false);
        AtomicInteger taken = new AtomicInteger();
        CompletableFuture<Boolean> last = new CompletableFuture<>();
        Thread putting = Thread.ofPlatform().daemon().start(() -> {
            try {
                while (playback.put(1, 0, tone(SECOND / 10))) {
                    taken.incrementAndGet();
                }
                last.complete(false);
            } catch (InterruptedException e) {
                last.completeExceptionally(e);
            }
        });
        await(() -> taken.get() >= 50);
        loudspeaker.sounds(SECOND);
        await(() -> taken.get() >= 60 && putting.getState() == Thread.State.WAITING);
        playback.interrupt();

        assertFalse(last.get(20, TimeUnit.SECONDS));
        // A second has sounded, five wait; one piece more was let in, one is with the thread that plays, one in the buffer.
        assertTrue(taken.get() <= 63, "taken " + taken.get());
    }

    @Test
    void closingReleasesWhoPutsMoreToo() throws Exception {
        playback.begin(1, false);
        CompletableFuture<Boolean> last = new CompletableFuture<>();
        Thread putting = Thread.ofPlatform().daemon().start(() -> {
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
        await(() -> putting.getState() == Thread.State.WAITING);
        playback.close();

        assertFalse(last.get(20, TimeUnit.SECONDS));
    }

    @Test
    void aFrameThatIsOnItsWayWhenTheUserBreaksInDoesNotSound() throws InterruptedException {
        CountDownLatch brokenIn = new CountDownLatch(1);
        loudspeaker.beforeWriting(() -> {
            playback.interrupt();
            brokenIn.countDown();
        });
        playback.begin(1, false);
        playback.put(1, 0, tone(240));
        assertEquals(new SentenceSounds(1, 0), events.next());
        assertTrue(brokenIn.await(20, TimeUnit.SECONDS));
        playback.begin(2, false);
        playback.end(2);

        assertEquals(new ReplySounded(2), events.next());
        assertEquals(0, loudspeaker.writtenSamples());
    }

    @Test
    void whatIsLeftOfAnInterruptedReplyDoesNotSoundInTheNext() throws InterruptedException {
        playback.begin(1, false);
        playback.put(1, 0, tone(240 + 100));
        events.next();
        loudspeaker.sounds(240);
        playback.interrupt();
        playback.begin(2, false);
        playback.end(2);
        assertEquals(new ReplySounded(2), events.next());

        assertEquals(240, loudspeaker.writtenSamples());
    }

    @Test
    void theEchoCancellerIsToldEachFrameInFull() throws InterruptedException {
        playback.begin(1, false);
        playback.put(1, 0, tone(1000));
        playback.put(1, 0, tone(250));
        playback.end(1);
        loudspeaker.sounds(1440);
        events.next();
        assertEquals(new ReplySounded(1), events.next());

        assertEquals(6, sound.playedFrames().size());
        assertTrue(sound.playedFrames().stream().allMatch(frame -> frame.length == Sound.PLAYBACK_FRAME));
    }

    @Test
    void aLoudspeakerThatHadToWaitHoldsMoreFromThenOn() throws InterruptedException {
        loudspeaker.soundsByItself();
        playback.begin(1, true);
        playback.put(1, 0, tone(1200));
        playback.put(1, 0, tone(1200));
        playback.end(1);
        loudspeaker.beforeWriting(() -> loudspeaker.beforeWriting(() -> now.set(Loudspeaker.HELD_MS + 1)));
        playback.release(1);

        assertEquals(new SentenceSounds(1, 0), events.next());
        assertEquals(new ReplySounded(1), events.next());
        assertEquals(1, loudspeaker.timesToldToHoldMore());
    }

    @Test
    void nothingOfAHeldReplySoundsBeforeItIsReleased() throws InterruptedException {
        playback.begin(1, true);
        playback.put(1, 0, tone(2400));
        playback.endSentence(1, 0);
        playback.end(1);
        assertFalse(playback.sounds());
        assertTrue(events.isEmpty());
        assertEquals(0, loudspeaker.writtenSamples());
        playback.release(1);
        assertEquals(new SentenceSounds(1, 0), events.next());
        playback.hold(1); // too late: it sounds
        loudspeaker.sounds(2400);

        assertEquals(new ReplySounded(1), events.next());
    }

    @Test
    void aHeldReplyThatIsWithdrawnNeverSounds() throws InterruptedException {
        playback.begin(1, true);
        playback.put(1, 0, tone(2400));
        assertEquals(HeardSentences.NOTHING, playback.interrupt());
        playback.release(1);
        playback.begin(2, false);
        playback.end(2);

        assertEquals(new ReplySounded(2), events.next());
        assertEquals(0, loudspeaker.writtenSamples());
    }

    @Test
    void aReplyWithoutSoundEndsToo() throws InterruptedException {
        playback.begin(1, false);
        playback.end(1);

        assertEquals(new ReplySounded(1), events.next());
    }

    @Test
    void aLoudspeakerLostInMidReplyIsToldAndTheReplyComesToItsEnd() throws InterruptedException {
        playback.begin(1, false);
        playback.put(1, 0, tone(SECOND));
        assertEquals(new SentenceSounds(1, 0), events.next());
        loudspeaker.goes();
        assertEquals(new LoudspeakerChanged(false, "The loudspeaker has gone."), events.next());
        assertFalse(playback.available());
        assertEquals(HeardSentences.NOTHING, playback.interrupt());
        playback.begin(2, false);
        playback.put(2, 0, tone(10 * SECOND));
        playback.put(2, 0, tone(SECOND));
        playback.end(2);

        assertEquals(new ReplySounded(2), events.next());
    }

    @Test
    void aLoudspeakerLostAtTheVeryEndStillEndsTheReplyOnce() throws InterruptedException {
        loudspeaker.beforeWriting(loudspeaker::goes);
        playback.begin(1, false);
        playback.put(1, 0, tone(100)); // less than a frame: written at the end
        playback.end(1);
        assertEquals(new SentenceSounds(1, 0), events.next());
        assertEquals(new LoudspeakerChanged(false, "The loudspeaker has gone."), events.next());

        assertEquals(new ReplySounded(1), events.next());
    }

    @Test
    void whenALoudspeakerComesBackWhatItPlaysIsCountedAnew() throws InterruptedException {
        playback.begin(1, false);
        playback.put(1, 0, tone(SECOND));
        events.next();
        loudspeaker.sounds(3000);
        ScriptedLoudspeaker second = sound.addLoudspeaker();
        loudspeaker.goes();
        assertEquals(new LoudspeakerChanged(false, "The loudspeaker has gone."), events.next());
        assertEquals(new LoudspeakerChanged(true, ""), events.next());
        playback.put(1, 1, tone(SECOND));
        assertEquals(new SentenceSounds(1, 1), events.next());
        second.sounds(500);

        assertEquals("500 of 24000 …", counts(playback.interrupt()).getLast());
    }

    /** Samples heard and samples there of each sentence; with an ellipsis while more are to come. */
    private static List<String> counts(HeardSentences heard) {
        return heard.sentences().stream()
                .map(each -> each.playedSamples() + " of " + each.totalSamples() + (each.complete() ? "" : " …"))
                .toList();
    }

    private static short[] tone(int samples) {
        short[] tone = new short[samples];
        Arrays.fill(tone, (short) 8000);
        return tone;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it never happens");
            Thread.onSpinWait();
        }
    }
}
