package org.vivavoce.session;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.session.ScriptedDictation.Dictated;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DictationConversationTest {

    private static final int SAMPLES_A_MS = 16;

    private final ScriptedConversation talk = ScriptedConversation
            .of(ScriptedConversation.plan(TurnValues.adaptive(700, 0), false, false)).listens();
    private final ScriptedDictation dictation = talk.services.dictation();

    @Test
    void whatIsSaidIsHandedOverWhileItIsSaid() {
        talk.userSpeaks(2000);
        long[] handed = ScriptedUser.span(dictation.added());
        assertTrue(handed[1] >= talk.time.millis() - 20, "it is behind by " + (talk.time.millis() - handed[1]));
        talk.until(TurnState.THINKING);

        assertSent();
        assertEquals(1, dictation.pieces().size());
        assertEquals(handed[0], ScriptedUser.span(dictation.pieces().getFirst().samples())[0], "with its pre-roll");
        assertEquals(List.of("en"), dictation.begun().stream().flatMap(h -> h.languageCode().stream()).toList());
    }

    @Test
    void aPieceThatIsSentWithWhatFollowsIsDictatedWhole() {
        ScriptedConversation slow = patient(3000);
        slow.services.understands("I build", "I build bridges and roads.");
        slow.userSpeaks(1500).passes(900).userSpeaks(2000).until(TurnState.SPEAKING);

        List<Dictated> pieces = slow.services.dictation().pieces();
        assertEquals(2, pieces.size());
        assertEquals(ScriptedUser.span(pieces.get(0).samples())[0], ScriptedUser.span(pieces.get(1).samples())[0]);
        assertSent(slow);
    }

    @Test
    void aPieceAfterALongPauseIsDictatedWithTheTextBeforeIt() {
        ScriptedConversation slow = patient(3000);
        slow.services.understands("I build bridges.", "And roads.");
        slow.userSpeaks(2000).passes(1500).userSpeaks(2000).until(TurnState.SPEAKING);

        assertEquals(2, slow.services.dictation().pieces().size());
        assertEquals("I build bridges.", slow.services.dictation().begun().getLast().prompt());
        assertSent(slow);
    }

    @Test
    void aLongAnswerIsDictatedPieceByPiece() {
        talk.userSpeaks(21_000).passes(300).userSpeaks(2000).until(TurnState.THINKING);

        assertTrue(dictation.pieces().size() >= 2);
        assertSent();
    }

    @Test
    void aCoughIsDropped() {
        talk.userSpeaks(150).passes(1500);

        assertEquals(List.of(), dictation.pieces());
        assertEquals(dictation.begun().size(), dictation.dropped());
        assertEquals(0, dictation.added().length);
    }

    @Test
    void nothingIsHandedOverWhileNobodySpeaks() {
        talk.userSays("Hello.").untilListening().passes(3000);

        assertEquals(1, dictation.begun().size());
    }

    @Test
    void whatIsSaidWhileAKeyIsHeldIsDictatedToo() {
        talk.key(new TurnEvent.HoldToTalk(true));
        talk.passes(500).userSpeaks(1000).passes(2000);
        talk.key(new TurnEvent.HoldToTalk(false));
        talk.until(TurnState.THINKING);

        assertSent();
        int quietMs = dictation.pieces().getFirst().samples().length / SAMPLES_A_MS
                - dictation.pieces().getFirst().before() / SAMPLES_A_MS;
        assertTrue(quietMs >= 1500, "the quiet after it came with its end: " + quietMs);
    }

    @Test
    void tryingAgainSendsThePieceAsItIs() {
        talk.services.failsToUnderstand(1);
        talk.userSays("I build bridges").untilListening().passes(1000);
        talk.post(new SessionEvent.TryAgain());
        talk.until(TurnState.SPEAKING);

        assertEquals(1, dictation.pieces().size());
        assertEquals(2, talk.services.pieces().size());
        assertSame(talk.services.pieces().get(0).samples(), talk.services.pieces().get(1).samples());
    }

    @Test
    void theClassicWayDictatesWhatItSends() {
        ScriptedConversation classic = ScriptedConversation
                .of(ScriptedConversation.plan(TurnValues.classic(0), true, false)).listens();
        classic.user.speaks(classic.time.millis(), classic.time.millis() + 2000, -10); // it hears nobody who speaks softly
        classic.until(TurnState.THINKING);

        assertEquals(1, classic.services.dictation().pieces().size());
        assertSent(classic);
    }

    @Test
    void theEndOfTheConversationDropsWhatIsBeingSaid() {
        talk.userSpeaks(1000);
        talk.post(new SessionEvent.Close());

        assertEquals(1, dictation.dropped());
        assertEquals(Optional.empty(), dictation.pieces().stream().findFirst());
    }

    private void assertSent() {
        assertSent(talk);
    }

    /** Each piece is what was handed over and what came with its end, and each is what is transcribed. */
    private static void assertSent(ScriptedConversation talk) {
        List<Dictated> dictated = talk.services.dictation().pieces();
        for (int i = 0; i < dictated.size(); i++) {
            assertTrue(dictated.get(i).follows(), "piece " + i);
            assertTrue(dictated.get(i).before() > 0, "piece " + i);
            assertSame(dictated.get(i).samples(), talk.services.pieces().get(i).samples());
        }
    }

    private static ScriptedConversation patient(int holdMs) {
        return ScriptedConversation.of(ScriptedConversation.plan(TurnValues.adaptive(holdMs, 0), false, false))
                .listens();
    }
}
