package org.vivavoce.bench.hearing;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.audio.EchoCanceller;
import org.vivavoce.audio.EchoCancellers;
import org.vivavoce.bench.hearing.Condition.Noise;
import org.vivavoce.turn.AdaptiveVoiceActivity;
import org.vivavoce.turn.TurnEvent.Found;
import org.vivavoce.turn.TurnValues;
import org.vivavoce.turn.VoiceActivityValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What the benches of hearing measure at length, in miniature: each figure is guarded by a minute of sound or two. */
class HearingTest {

    private static final double LEAST_F1 = 85;
    private static final int SECONDS = 60;

    @BeforeEach
    void webRtcLoads() {
        try (EchoCanceller canceller = new EchoCancellers().open().canceller()) {
            assumeTrue(canceller.cancelsEcho(), "WebRTC's library does not load here");
        }
    }

    @Test
    void speechIsFoundFrameByFrameInNoise() {
        List<Condition> conditions = List.of(new Condition(Noise.CLEAN, Double.POSITIVE_INFINITY, -40),
                new Condition(Noise.FAN, 0, -30), new Condition(Noise.WHITE, 5, -20),
                new Condition(Noise.KEYBOARD, 10, -30));
        NoiseSource noise = new NoiseSource();
        Tally tally = new Tally();
        for (int i = 0; i < conditions.size(); i++) {
            SpeechTrack track = SpeechTrack.of(Speaker.all(0).get(3 * i), 11, i);
            double[] sound = noise.mixed(track, conditions.get(i), new Random(i));
            try (ProductEar ear = new ProductEar();
                    Contender detector = Contender.Kind.ADAPTIVE.hearing(track.speech().length)) {
                for (int frame = 0; frame < track.speech().length; frame++) {
                    short[] samples = Levels.frame(sound, frame);
                    detector.hear(samples, ear.hear(samples));
                }
                tally.add(track.speech(), detector.speech());
            }
        }
        assertTrue(tally.f1() >= LEAST_F1, () -> "F1 " + tally.f1());
    }

    @ParameterizedTest
    @EnumSource(names = {"TYPING", "COUGHS", "PLUCKED"})
    void aMinuteWithoutSpeechIsNoTurn(Ghost ghost) {
        NoiseBench.Ghosts ghosts = NoiseBench.hear(ghost.minute(1),
                new AdaptiveVoiceActivity(VoiceActivityValues.defaults()), TurnValues.adaptive(700, 0));

        assertEquals(0, ghosts.turns());
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 200})
    void thePartnerNeitherInterruptsNorPausesItselfInAMinuteOfItsEcho(int delayMs) {
        Set<String> did = RoomBench.talkAlone(PartnersReply.inLoudVowels(),
                Room.with(new EchoOfRoom(-6, delayMs, new Random(1)), Found.WORDS), 1, SECONDS).keySet();

        assertFalse(did.contains(OverReply.INTERRUPTED) || did.contains("PausePartner"), did::toString);
    }

    @Test
    void onABusyComputerItDoesNotInterruptItselfEither() {
        Set<String> did = RoomBench.talkAlone(PartnersReply.inLoudVowels(), RoomBench.busyRoom(5), 1, SECONDS)
                .keySet();

        assertFalse(did.contains(OverReply.INTERRUPTED), did::toString);
    }

    @Test
    void whoBreaksInOverAnEchoIsHeard() {
        for (int i = 0; i < 3; i++) {
            OverReply over = OverReply.of(RoomBench.reply(i), Room.with(RoomBench.echo(i, 1), Found.WORDS),
                    RoomBench.speech(i, 1), new Random(i));
            assertTrue(over.isInterrupted() && !over.before(), "interruption " + i);
        }
    }
}
