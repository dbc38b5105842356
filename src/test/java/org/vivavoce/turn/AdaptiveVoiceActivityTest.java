package org.vivavoce.turn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.turn.ScriptedSound.Stretch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AdaptiveVoiceActivityTest {

    private final AdaptiveVoiceActivity detector = new AdaptiveVoiceActivity(VoiceActivityValues.defaults());
    private final ScriptedSound sound = new ScriptedSound(detector, 1);

    @Test
    void aQuietRoomIsNotSpeech() {
        sound.noise(-68, 60_000);

        assertNoSpeech();
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, -50, -40, -30})
    void aFanIsNotSpeech(int dbfs) {
        sound.noise(dbfs, 60_000);

        assertNoSpeech();
    }

    @ParameterizedTest
    @ValueSource(ints = {-50, -35, -20})
    void keysAreNotSpeech(int dbfs) {
        sound.noise(-65, 1000).keys(dbfs, 30_000);

        assertNoSpeech();
    }

    @Test
    void aFanThatIsSwitchedOnIsNotSpeech() {
        sound.noise(-68, 5000).noise(-40, 30_000);

        assertNoSpeech();
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, -25, -30, -35, -40, -45})
    void speechIsFoundAtEveryLevelWithItsBeginningAndItsEnd(int dbfs) {
        sound.noise(-68, 3000).speech(dbfs, 2000).noise(-68, 2000);

        List<Stretch> stretches = sound.stretches();
        assertEquals(1, stretches.size(), "one stretch at " + dbfs);
        assertNear(3000, stretches.getFirst().startedAt(), 100);
        assertTrue(stretches.getFirst().knownAt() <= 3250, "known at " + stretches.getFirst().knownAt());
        assertNear(5000, stretches.getFirst().lastVoiceAt(), 100);
    }

    @Test
    void speechOverAFanIsFoundFromTheFirstSecondOn() {
        sound.noise(-50, 1000).speech(-30, 2000).noise(-50, 2000);

        assertEquals(1, sound.stretches().size());
        assertNear(3000, sound.stretches().getFirst().lastVoiceAt(), 100);
    }

    @Test
    void zerosOfAMicrophoneThatIsOpeningDoNotHideTheNoiseOfTheRoom() {
        sound.zeros(200).noise(-50, 1000).speech(-30, 2000).noise(-50, 2000);

        assertEquals(1, sound.stretches().size());
        assertNear(3200, sound.stretches().getFirst().lastVoiceAt(), 100);
    }

    @Test
    void whoSpeaksWhileTheRoomIsLearnedIsHeardAfterIt() {
        sound.speech(-25, 3000).noise(-68, 1000);

        assertEquals(1, sound.stretches().size());
        assertTrue(sound.stretches().getFirst().knownAt() < 1000);
        assertNear(3000, sound.stretches().getFirst().lastVoiceAt(), 100);
    }

    @Test
    void speechOfTwelveSecondsWithoutAPauseIsOneStretch() {
        sound.noise(-60, 2000).speech(-30, 12_000).noise(-60, 2000);

        assertEquals(1, sound.stretches().size());
        assertNear(2000, sound.stretches().getFirst().startedAt(), 100);
        assertNear(14_000, sound.stretches().getFirst().lastVoiceAt(), 100);
    }

    @Test
    void aDrawledUhmAfterSpeechKeepsTheFloor() {
        sound.noise(-60, 2000).speech(-30, 1000).noise(-60, 800).tone(-33, 900).noise(-60, 800).speech(-30, 1000)
                .noise(-60, 1000);

        assertEquals(3, sound.stretches().size());
        assertNear(3800, sound.stretches().get(1).startedAt(), 100);
        assertNear(4700, sound.stretches().get(1).lastVoiceAt(), 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {-50, -40, -25})
    void aHumIsNotSpeech(int dbfs) {
        sound.noise(-65, 2000).tone(dbfs, 20_000).noise(-65, 2000);

        assertNoSpeech();
    }

    @ParameterizedTest
    @ValueSource(ints = {-45, -25})
    void aMelodyIsNotSpeech(int dbfs) {
        sound.noise(-65, 2000).melody(dbfs, 20_000).noise(-65, 2000);

        assertNoSpeech();
    }

    @ParameterizedTest
    @ValueSource(ints = {-40, -20})
    void coughsAreNotSpeech(int dbfs) {
        sound.noise(-65, 2000).coughs(dbfs, 8000);

        assertNoSpeech();
    }

    @Test
    void speechIsFoundWhereTheNoiseWasThereBeforeAndWhereItBegan() {
        sound.noise(-65, 3000).noise(-40, 12_000).speech(-28, 2000).noise(-40, 2000);

        assertEquals(1, sound.stretches().size());
        assertNear(15_000, sound.stretches().getFirst().startedAt(), 150);
        assertNear(17_000, sound.stretches().getFirst().lastVoiceAt(), 150);
    }

    @Test
    void someoneElseInTheBackgroundIsNotTheUser() {
        sound.noise(-68, 2000).speech(-25, 3000).noise(-68, 1000).speech(-52, 4000).noise(-68, 1000);

        assertEquals(1, sound.stretches().size());
        assertNear(5000, sound.stretches().getFirst().lastVoiceAt(), 100);
    }

    @Test
    void pausesBetweenWordsDoNotEndSpeechButAPauseOfHalfASecondDoes() {
        sound.noise(-65, 2000).speech(-30, 1000).noise(-65, 150).speech(-30, 1000).noise(-65, 500).speech(-30, 1000)
                .noise(-65, 500);

        assertEquals(2, sound.stretches().size());
    }

    @Test
    void aFanSwitchedOnInMidSpeechHoldsItsEndUpByASecondAtMost() {
        sound.noise(-68, 3000).speech(-30, 2000).noise(-45, 3000);

        assertEquals(1, sound.stretches().size());
        assertNear(5000, sound.stretches().getFirst().lastVoiceAt(), 1100);
    }

    @Test
    void keysBeforeSpeechAreNotItsBeginning() {
        sound.noise(-65, 1000).keys(-30, 20_000).speech(-30, 1000).noise(-65, 500);

        assertEquals(1, sound.stretches().size());
        assertNear(21_000, sound.stretches().getFirst().startedAt(), 310);
    }

    @Test
    void aMutedMicrophoneEndsSpeechAndTeachesNothing() {
        sound.noise(-50, 2000).speech(-25, 1000).muted(15_000);
        double floor = detector.floorDbfs();
        sound.noise(-50, 200).speech(-25, 1000).noise(-50, 1000);

        assertNear(-52, Math.round(floor), 4);
        assertEquals(2, sound.stretches().size());
        assertNear(3000, sound.stretches().getFirst().lastVoiceAt(), 100);
        assertNear(19_200, sound.stretches().getLast().lastVoiceAt(), 100);
    }

    @Test
    void theResidueOfThePartnersVoiceIsNotSpeech() {
        sound.noise(-65, 1000).partnerSounds(true).speech(-45, 800).speech(-55, 10_000).partnerSounds(false)
                .speech(-58, 200)
                .noise(-65, 2000).partnerSounds(true).speech(-52, 10_000).partnerSounds(false).noise(-65, 1000);

        assertNoSpeech();
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, -25, -30, -35})
    void speechOverTheResidueOfThePartnersVoiceIsFound(int dbfs) {
        sound.noise(-65, 1000).partnerSounds(true).speech(-55, 5000).speech(dbfs, 1000).speech(-55, 1000);

        assertEquals(1, sound.stretches().size());
        assertNear(6000, sound.stretches().getFirst().startedAt(), 150);
        assertTrue(sound.stretches().getFirst().knownAt() <= 6250);
    }

    @Test
    void speechInTheFirstHalfSecondOfAReplyMustBeLouder() {
        sound.noise(-65, 1000).partnerSounds(true).speech(-55, 3000).partnerSounds(false).noise(-65, 1000);
        sound.partnerSounds(true).speech(-43, 400);

        assertFalse(sound.activity().speaking());
        sound.speech(-43, 600);
        assertTrue(sound.activity().speaking());
    }

    @Test
    void withHeadphonesSpeechInTheFirstHalfSecondOfAReplyIsFoundAsSoonAsLater() {
        sound.withHeadphones().noise(-65, 1000).partnerSounds(true).speech(-55, 3000).partnerSounds(false)
                .noise(-65, 1000);
        sound.partnerSounds(true).speech(-43, 400);

        assertTrue(sound.activity().speaking());
        assertFalse(sound.activity().mayBeEcho());
    }

    @Test
    void theFloorIsNotLearnedWhileThePartnerSounds() {
        sound.noise(-65, 5000);
        double before = detector.floorDbfs();
        sound.partnerSounds(true).noise(-40, 20_000);

        assertEquals(before, detector.floorDbfs());
    }

    @Test
    void aSoundOverThePartnerIsSuspectedAtOnceAndNoMoreThanThatUntilItIsAVoice() {
        sound.noise(-65, 1000).partnerSounds(true).speech(-60, 3000).tone(-25, 100);

        assertTrue(sound.activity().speaking());
        sound.tone(-25, 350);
        assertTrue(sound.activity().speaking());
        assertEquals(240, sound.activity().loudMs(), "enough for the partner to pause, not to be interrupted");
        sound.tone(-25, 200);
        assertFalse(sound.activity().speaking());
        sound.tone(-25, 2000);
        assertFalse(sound.activity().speaking(), "it was dismissed");
    }

    @Test
    void aSuspicionThatProvesTrueIsOneStretchFromItsBeginning() {
        sound.noise(-65, 1000).partnerSounds(true).speech(-60, 3000).speech(-25, 240);
        VoiceActivity early = sound.activity();
        sound.speech(-25, 1000).partnerSounds(false);

        assertTrue(early.speaking());
        assertEquals(early.startedAt(), sound.activity().startedAt());
        assertTrue(sound.activity().loudMs() > 900);
    }

    private void assertNoSpeech() {
        assertEquals(List.of(), sound.stretches());
        assertFalse(sound.activity().speaking());
    }

    private static void assertNear(long expected, long actual, long tolerance) {
        assertTrue(Math.abs(expected - actual) <= tolerance, actual + " is not near " + expected);
    }
}
