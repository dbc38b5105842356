package org.vivavoce.session;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.Message;
import org.vivavoce.turn.TurnReading;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TwoStageConversationTest {

    private static final int READY_MS = 250 + ScriptedWork.TRANSCRIPTION_MS + ScriptedWork.FIRST_SENTENCE_MS
            + ScriptedWork.SPEECH_MS;

    @Test
    void aReplyThatIsReadyEarlySoundsWhenTheHoldIsOver() {
        ScriptedConversation talk = holding(3000);
        talk.services.understands("I build bridges.");
        talk.userSpeaks(2000).passes(2990);
        assertEquals(TurnState.HEARING, talk.state());
        assertFalse(talk.loudspeaker.sounds());
        assertEquals(1, talk.services.requests().size());
        assertEquals(List.of(), talk.told(ConversationEvent.UserSaid.class), "the turn may go on");
        talk.passes(20);

        assertTrue(talk.loudspeaker.sounds());
        assertEquals(
                List.of("listening", "hearing", "thinking", "user: I build bridges.", "partner: I see.", "speaking"),
                talk.journal());
    }

    @Test
    void aReplyThatTakesLongerSoundsAsSoonAsItIsThere() {
        ScriptedConversation talk = holding(700);
        talk.services.understands("I build bridges.");
        talk.userSpeaks(2000).passes(READY_MS - 20);
        assertFalse(talk.loudspeaker.sounds());
        talk.passes(30);

        assertTrue(talk.loudspeaker.sounds());
    }

    @Test
    void whoGoesOnIsNotAnsweredHalfwayAndNothingIsLeftOfTheTry() {
        ScriptedConversation talk = holding(3000);
        talk.services.understands("I build", "I build bridges and roads.");
        talk.userSpeaks(1500).passes(900);
        assertEquals(1, talk.services.requests().size());
        talk.journal();
        talk.userSpeaks(2000);
        assertEquals(List.of("cancelled"), talk.journal());
        talk.until(TurnState.SPEAKING).untilListening();

        assertEquals(List.of(1L), talk.services.forgotten());
        assertEquals(List.of(Message.user("I build bridges and roads.")), talk.services.lastRequest().messages());
        assertEquals(List.of(Message.user("I build bridges and roads."), Message.partner("I see.")), talk.messages());
        assertEquals(1, talk.told(ConversationEvent.UserSaid.class).size());
    }

    @Test
    void whatWasSentWithAPieceThatGoesOnIsSentWhole() {
        ScriptedConversation talk = holding(3000);
        talk.userSpeaks(1000).passes(400).userSpeaks(1000).passes(400);

        long[] first = ScriptedUser.span(talk.services.pieces().get(0).samples());
        long[] second = ScriptedUser.span(talk.services.pieces().get(1).samples());
        assertEquals(first[0], second[0]);
        assertTrue(second[1] > first[1] + 1000);
    }

    @Test
    void aPieceBeforeALongPauseIsSentOnceAndTheNextOneFollowsItWithoutAGap() {
        ScriptedConversation talk = holding(3000);
        talk.services.understands("I build bridges.", "And roads.");
        talk.userSpeaks(2000).passes(1500).userSpeaks(2000).until(TurnState.SPEAKING);

        List<TranscriptionOrder> pieces = talk.services.pieces();
        assertEquals(2, pieces.size());
        assertEquals(ScriptedUser.span(pieces.get(0).samples())[1] + ScriptedUser.FRAME_MS,
                ScriptedUser.span(pieces.get(1).samples())[0]);
        assertEquals("I build bridges.", pieces.get(1).textBefore());
        assertEquals("I build bridges. And roads.", talk.services.lastRequest().messages().getLast().text());
        assertEquals(2, talk.services.requests().size(), "the reply to the first half was taken back");
    }

    @Test
    void noReplyIsCommittedWhileAPieceIsStillBeingTranscribed() {
        ScriptedConversation talk = holding(700);
        talk.services.understands("One.", "Two.");
        talk.userSpeaks(25_500).passes(240);
        assertEquals(List.of(), talk.services.requests());
        talk.until(TurnState.SPEAKING);

        assertEquals("One. Two.", talk.services.lastRequest().messages().getLast().text());
    }

    @Test
    void unfinishedWordsGetMoreTime() {
        ScriptedConversation talk = holding(700);
        talk.means("I build bridges and", TurnReading.UNFINISHED);
        talk.services.understands("I build bridges and");
        talk.userSpeaks(2000).passes(2450);
        assertFalse(talk.loudspeaker.sounds());
        talk.passes(60);

        assertTrue(talk.loudspeaker.sounds());
    }

    @Test
    void whoGoesOnAfterUnfinishedWordsIsAnsweredOnce() {
        ScriptedConversation talk = holding(700);
        talk.means("I build bridges and", TurnReading.UNFINISHED);
        talk.services.understands("I build bridges and", "roads.");
        talk.userSpeaks(2000).passes(1500).userSpeaks(1000).until(TurnState.SPEAKING).untilListening();

        assertEquals(List.of(Message.user("I build bridges and roads."), Message.partner("I see.")), talk.messages());
        assertEquals(List.of("I see."), talk.sentencesOfPartner());
    }

    @Test
    void whoAsksForTimeIsNotAnsweredForTwentySeconds() {
        ScriptedConversation talk = holding(700);
        talk.means("Let me think.", TurnReading.WAITING);
        talk.services.understands("Let me think.", "It is a tree.");
        talk.userSpeaks(1000).passes(15_000);
        assertEquals(List.of(), talk.services.requests());
        assertEquals(List.of(), talk.troubles());
        talk.userSpeaks(1000).until(TurnState.SPEAKING);

        assertEquals("Let me think. It is a tree.", talk.messages().getFirst().text());
    }

    @Test
    void whoAsksForTimeAndStaysSilentIsAnsweredInTheEnd() {
        ScriptedConversation talk = holding(700);
        talk.means("Let me think.", TurnReading.WAITING);
        talk.services.understands("Let me think.");
        talk.userSpeaks(1000).passes(21_500);

        assertEquals(1, talk.services.requests().size());
    }

    @Test
    void aTryThatFailsIsToldWhenTheTurnHasEnded() {
        ScriptedConversation talk = holding(3000);
        talk.services.failsToUnderstand(1);
        talk.services.understands("I build bridges.");
        talk.userSpeaks(2000).passes(2900);
        assertEquals(List.of(), talk.troubles());
        talk.passes(200);
        assertEquals(1, talk.troubles().size());
        assertEquals(1, talk.services.pieces().size());
        talk.post(new SessionEvent.TryAgain());
        talk.until(TurnState.SPEAKING);

        assertEquals("I build bridges.", talk.messages().getFirst().text());
    }

    @Test
    void aCoughAfterTheSoftEndTakesNothingBack() {
        ScriptedConversation talk = holding(3000);
        talk.services.understands("I build bridges.");
        talk.userSpeaks(2000).passes(1000).userSpeaks(120).until(TurnState.SPEAKING);

        assertEquals(1, talk.services.requests().size());
        assertEquals(1, talk.services.pieces().size());
    }

    @Test
    void withoutALoudspeakerTheReplyIsShownWhenTheHoldIsOver() {
        ScriptedConversation talk = holding(3000);
        talk.loudspeaker.goes();
        talk.services.understands("I build bridges.");
        talk.userSpeaks(2000).passes(2900);
        assertEquals(List.of(), talk.sentencesOfPartner());
        talk.passes(200);

        assertEquals(List.of("I see."), talk.sentencesOfPartner());
        assertEquals(TurnState.LISTENING, talk.state());
    }

    @Test
    void aTurnThatIsStuckIsGivenUpAfterAMinuteAndCanBeTriedAgain() {
        ScriptedConversation talk = holding(700);
        talk.services.hangs();
        talk.userSpeaks(2000).passes(Watchdog.PATIENCE_MS + 1000);

        assertEquals(TurnState.LISTENING, talk.state());
        assertEquals(1, talk.troubles().size());
    }

    @Test
    void whatIsGivenUpIsCancelledAndSentAnewWhenTheUserWantsIt() {
        ScriptedConversation talk = holding(700);
        talk.services.takesToUnderstand((int) Watchdog.PATIENCE_MS * 2);
        talk.services.understands("too late", "I build bridges.");
        talk.userSpeaks(2000).passes(Watchdog.PATIENCE_MS + 1000);
        assertEquals(TurnState.LISTENING, talk.state());
        talk.services.takesToUnderstand((int) Watchdog.PATIENCE_MS / 2);
        talk.post(new SessionEvent.TryAgain());
        talk.passes(Watchdog.PATIENCE_MS * 2);

        assertEquals(2, talk.services.pieces().size());
        assertEquals(List.of(Message.user("I build bridges."), Message.partner("I see.")), talk.messages());
        assertEquals(List.of("I build bridges."), talk.services.understood(), "nobody worked on the first any more");
    }

    private static ScriptedConversation holding(int holdMs) {
        ScriptedConversation talk = ScriptedConversation
                .of(ScriptedConversation.plan(TurnValues.adaptive(holdMs, 0), false, false));
        return talk.listens();
    }
}
