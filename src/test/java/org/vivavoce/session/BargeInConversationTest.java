package org.vivavoce.session;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.Message;
import org.vivavoce.session.ConversationEvent.Ended;
import org.vivavoce.turn.EndingValues;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BargeInConversationTest {

    private static final String LONG_SENTENCE = "Well, a cache keeps what is asked for often close to where it is asked for.";

    private final ScriptedConversation talk = ScriptedConversation.chatWithoutOpening();

    @BeforeEach
    void begin() {
        talk.listens();
    }

    @Test
    void speechDuringReplySilencesTheLoudspeakerFirst() {
        partnerSpeaks();
        talk.userSpeaks(400);

        assertEquals(List.of("silenced", "cancelled", "hearing"), talk.journal());
    }

    @Test
    void theHistoryHoldsWhatWasHeardAndTheNextMessageIsMarked() {
        partnerSpeaks();
        talk.passes(1500);
        talk.userSays("No, wait").untilListening();

        List<Message> messages = talk.messages();
        assertEquals(4, messages.size());
        Message heard = messages.get(1);
        assertTrue(heard.interrupted());
        assertTrue(LONG_SENTENCE.startsWith(heard.text()) && !heard.text().isEmpty()
                && heard.text().length() < LONG_SENTENCE.length(), "heard whole words: " + heard.text().length());
        assertEquals(' ', LONG_SENTENCE.charAt(heard.text().length()));
        // 0.6 s, 1.5 s and the 250 ms of the decision, at 15 characters a second
        assertTrue(heard.text().length() >= 25 && heard.text().length() <= 38, "length " + heard.text().length());
        assertEquals(Message.interruptingUser("No, wait"), messages.get(2));
        assertEquals("[INTERRUPTED] No, wait", talk.services.lastRequest().messages().getLast().text());
    }

    @Test
    void onlyTheMessageThatBrokeInIsMarked() {
        partnerSpeaks();
        talk.userSays("No, wait").untilListening().passes(500).userSays("Thank you").untilListening();

        assertEquals(Message.user("Thank you"), talk.messages().get(talk.messages().size() - 2));
    }

    @Test
    void whereNothingWasHeardThereIsNoMessage() {
        talk.services.answers(LONG_SENTENCE);
        talk.userSays("What is a cache?");
        talk.until(TurnState.SPEAKING);
        talk.key(new TurnEvent.Stop());

        assertEquals(List.of(Message.user("What is a cache?")), talk.messages());
    }

    @Test
    void theInterruptedTurnCountsOnce() {
        partnerSpeaks();
        talk.userSays("No, wait").untilListening();
        talk.post(new SessionEvent.Close());

        SessionSummary summary = talk.told(Ended.class).getFirst().summary();
        assertEquals(1, summary.interruptions());
        assertEquals(2, summary.partnerTurns());
        assertEquals(2, summary.userTurns());
    }

    @Test
    void aCoughWhosePartnerIsSilencedStillMarksTheNextMessage() {
        partnerSpeaks();
        talk.passes(500).userSays("").untilListening(); // breaks in, but no words are made out
        assertEquals(1, talk.troubles().size());
        talk.passes(500).userSays("Go on, please").untilListening();

        assertEquals("[INTERRUPTED] Go on, please", talk.services.lastRequest().messages().getLast().text());
    }

    @Test
    void goingOnWhileThePartnerThinksJoinsThePiecesIntoOneMessage() {
        talk.userSays("I would use a cache").passes(ScriptedWork.TRANSCRIPTION_MS + 100);
        assertEquals(1, talk.services.requests().size());
        talk.services.understands("and a queue.");
        talk.userSpeaks(1500).until(TurnState.THINKING).untilListening();

        assertEquals(2, talk.services.requests().size());
        assertEquals(List.of(Message.user("I would use a cache and a queue.")), talk.services.lastRequest().messages());
        assertEquals(List.of(Message.user("I would use a cache and a queue."), Message.partner("I see.")),
                talk.messages());
        talk.post(new SessionEvent.Close());
        assertEquals(1, talk.told(Ended.class).getFirst().summary().userTurns());
    }

    @Test
    void goingOnWhileTheFirstPieceIsTranscribedMakesItOneMessage() {
        talk.userSays("I would use a cache");
        talk.services.understands("and a queue.");
        talk.userSpeaks(1500).until(TurnState.THINKING).untilListening();

        assertEquals(List.of(Message.user("I would use a cache and a queue."), Message.partner("I see.")),
                talk.messages());
        assertEquals("I would use a cache", talk.services.pieces().getLast().textBefore());
    }

    @Test
    void aSoundWithoutWordsWhileThePartnerThinksLeavesTheTurnAsItWas() {
        talk.userSays("I would use a cache").passes(ScriptedWork.TRANSCRIPTION_MS + 100);
        talk.userSpeaks(500).until(TurnState.THINKING).untilListening();

        assertEquals(List.of(Message.user("I would use a cache"), Message.partner("I see.")), talk.messages());
        assertEquals(List.of(), talk.troubles());
    }

    @Test
    void aCoughWhileThePartnerThinksLeavesTheTurnAsItWas() {
        TurnValues coughs = new TurnValues(250, 700, 400, 500, 20_000, 25_000, true, 250, 0.8, 0, 3,
                EndingValues.defaults());
        ScriptedConversation strict = ScriptedConversation.of(ScriptedConversation.plan(coughs, false, false))
                .listens();
        strict.userSays("I would use a cache").passes(ScriptedWork.TRANSCRIPTION_MS + 100);
        strict.userSpeaks(330);
        assertEquals(TurnState.HEARING, strict.state());
        strict.until(TurnState.THINKING).untilListening();

        assertEquals(List.of(Message.user("I would use a cache"), Message.partner("I see.")), strict.messages());
        assertEquals(1, strict.services.pieces().size());
    }

    @Test
    void stoppingByKeyKeepsWhatWasHeard() {
        partnerSpeaks();
        talk.passes(2000);
        talk.key(new TurnEvent.Stop());

        assertEquals(TurnState.LISTENING, talk.state());
        assertTrue(talk.messages().getLast().interrupted());
        assertTrue(LONG_SENTENCE.startsWith(talk.messages().getLast().text()));
    }

    @Test
    void stoppingWhileThePartnerThinksKeepsTheMessageAndAnswersNothing() {
        talk.userSays("Forget it").passes(ScriptedWork.TRANSCRIPTION_MS + 100);
        talk.key(new TurnEvent.Stop());

        assertEquals(TurnState.LISTENING, talk.state());
        assertEquals(List.of(Message.user("Forget it")), talk.messages());
        talk.passes(3000);
        assertEquals(List.of(), talk.sentencesOfPartner());
    }

    @Test
    void whatWasStoppedWhileBeingTranscribedStandsBeforeWhatComesNext() {
        talk.userSays("First this");
        talk.key(new TurnEvent.Stop());
        talk.passes(2000).userSays("then that").untilListening();

        assertEquals("First this then that", talk.messages().getFirst().text());
    }

    private void partnerSpeaks() {
        talk.services.answers(LONG_SENTENCE, "And then there is more of it.");
        talk.userSays("What is a cache?").until(TurnState.SPEAKING).passes(600);
        talk.journal();
    }
}
