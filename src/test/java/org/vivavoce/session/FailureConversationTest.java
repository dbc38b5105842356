package org.vivavoce.session;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.Message;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.session.ConversationEvent.Trouble;
import org.vivavoce.session.ConversationEvent.TroubleOver;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FailureConversationTest {

    private final ScriptedConversation talk = ScriptedConversation.chatWithoutOpening();

    @BeforeEach
    void begin() {
        talk.listens();
    }

    @Test
    void aFailedTranscriptionIsToldOnceAndTheMicrophoneIsArmedAgain() {
        talk.services.failsToUnderstand(1);
        talk.userSays("unheard").untilListening().passes(2500);

        assertEquals(1, talk.troubles().size());
        assertEquals(Help.TRY_AGAIN, talk.told(Trouble.class).getFirst().help());
        assertEquals(List.of(), talk.messages());
    }

    @Test
    void tryingAgainSendsTheSameUtterance() {
        talk.services.failsToUnderstand(1);
        talk.userSays("I build bridges").untilListening().passes(1000);
        talk.post(new SessionEvent.TryAgain());
        talk.untilListening().passes(100).untilListening();
        talk.until(TurnState.LISTENING);

        assertEquals(2, talk.services.pieces().size());
        assertEquals(talk.services.pieces().getFirst().samples(), talk.services.pieces().getLast().samples());
        talk.passes(5000);
        assertEquals(List.of(Message.user("I build bridges"), Message.partner("I see.")), talk.messages());
        assertEquals(1, talk.told(TroubleOver.class).size());
    }

    @Test
    void goingOnAfterAFailedTranscriptionJoinsIt() {
        talk.services.failsToUnderstand(1);
        talk.userSays("I build bridges").untilListening().passes(1000);
        talk.services.understands("and roads");
        talk.userSpeaks(2000).until(TurnState.THINKING).untilListening();

        assertEquals("I build bridges and roads", talk.messages().getFirst().text());
    }

    @Test
    void whatIsTypedMeanwhileIsAnsweredAndTryingAgainStillSendsTheUtterance() {
        talk.services.failsToUnderstand(2);
        talk.userSays("I build bridges").untilListening().passes(1000);
        talk.post(new SessionEvent.Type("And roads."));
        talk.until(TurnState.SPEAKING).untilListening();
        assertEquals(List.of(Message.user("And roads."), Message.partner("I see.")), talk.messages());
        assertEquals(0, talk.told(TroubleOver.class).size(), "trying again is still offered");
        talk.services.understands("I build bridges");
        talk.post(new SessionEvent.TryAgain());
        talk.until(TurnState.SPEAKING).untilListening();

        assertEquals(Message.user("I build bridges"), talk.messages().get(2));
        assertEquals(1, talk.told(TroubleOver.class).size());
    }

    @Test
    void aCoughAfterAFailureDoesNotTakeTryingAgainAway() {
        talk.services.failsToUnderstand(1);
        talk.userSays("I build bridges").untilListening().passes(1000).userSpeaks(150).passes(1500);
        assertEquals(TurnState.LISTENING, talk.state());
        talk.post(new SessionEvent.TryAgain());
        talk.passes(5000);

        assertEquals("I build bridges", talk.messages().getFirst().text());
    }

    @Test
    void aGentlePromptDoesNotLoseAnUtteranceThatWaits() {
        ScriptedConversation silent = ScriptedConversation
                .of(ScriptedConversation.plan(TurnValues.adaptive(700, 8000), false, false)).listens();
        silent.services.refusesToUnderstand(1); // nothing that time mends
        silent.services.answers("Are you still there?");
        silent.userSays("I build bridges").untilListening().until(TurnState.SPEAKING).untilListening();
        assertEquals(List.of(), silent.told(TroubleOver.class), "trying again is still offered");
        silent.post(new SessionEvent.TryAgain());
        silent.passes(5000);

        assertEquals(List.of(Message.partner("Are you still there?"), Message.user("I build bridges"),
                Message.partner("I see.")), silent.messages());
    }

    @Test
    void tryingAgainWhileAGentlePromptSoundsSilencesIt() {
        ScriptedConversation silent = ScriptedConversation
                .of(ScriptedConversation.plan(TurnValues.adaptive(700, 8000), false, false)).listens();
        silent.services.refusesToUnderstand(1);
        silent.services.answers("Are you still there, or shall we stop here for today?");
        silent.userSays("I build bridges").untilListening().until(TurnState.SPEAKING).passes(500);
        silent.post(new SessionEvent.TryAgain());
        assertEquals(TurnState.THINKING, silent.state());
        silent.untilListening();

        assertEquals("I see.", silent.messages().getLast().text());
    }

    @Test
    void tryingAgainWhileTheUserSpeaksDoesNotCutIn() {
        talk.services.failsToUnderstand(1);
        talk.userSays("I build bridges").untilListening().passes(1000);
        talk.services.understands("and roads");
        talk.userSpeaks(1000);
        talk.post(new SessionEvent.TryAgain());
        assertEquals(TurnState.HEARING, talk.state());
        talk.userSpeaks(1000).until(TurnState.THINKING).untilListening();

        assertEquals("I build bridges and roads", talk.messages().getFirst().text());
    }

    @Test
    void whenSeveralPiecesFailItIsToldOnce() {
        talk.services.failsToUnderstand(2);
        talk.userSpeaks(21_000).passes(300).userSpeaks(2000).until(TurnState.THINKING).untilListening();
        talk.services.failsToUnderstand(2);
        assertEquals(1, talk.troubles().size());
        talk.post(new SessionEvent.TryAgain());
        talk.untilListening().passes(3000);

        assertEquals(2, talk.troubles().size());
    }

    @Test
    void aPhraseThatTheRecogniserInventedIsNoMessage() {
        talk.services.doubts(0.9);
        talk.userSays("Thank you for watching!").untilListening();
        assertEquals(List.of(), talk.messages());
        assertEquals(1, talk.count("invented"));
        talk.services.doubts(0.1);
        talk.passes(500).userSays("Thank you for watching!").untilListening();

        assertEquals("Thank you for watching!", talk.messages().getFirst().text());
    }

    @Test
    void anEmptyTranscriptIsToldAndIsNoMessage() {
        talk.userSays("").untilListening();

        assertEquals(List.of("No words could be made out: please say it again, or type it."), talk.troubles());
        assertEquals(List.of(), talk.messages());
        talk.passes(500).userSays("Hello again").untilListening();
        assertEquals("Hello again", talk.messages().getFirst().text());
        assertEquals(1, talk.told(TroubleOver.class).size());
    }

    @Test
    void aFailedChatKeepsTheMessageAndTryingAgainAnswersIt() {
        talk.services.failsToWriteAfter(0, "never");
        talk.userSays("What is a cache?").untilListening().passes(1000);
        assertEquals(1, talk.troubles().size());
        assertEquals(List.of(Message.user("What is a cache?")), talk.messages());
        talk.services.answers("A store.");
        talk.post(new SessionEvent.TryAgain());
        talk.passes(5000);

        assertEquals(1, talk.services.pieces().size());
        assertEquals(List.of(Message.user("What is a cache?"), Message.partner("A store.")), talk.messages());
        assertEquals(1, talk.told(TroubleOver.class).size());
    }

    @Test
    void goingOnWhileAnAnswerIsTriedAgainLosesNothing() {
        talk.services.failsToWriteAfter(0, "never");
        talk.userSays("What is a cache?").untilListening().passes(1000);
        talk.post(new SessionEvent.TryAgain());
        talk.passes(200);
        assertEquals(TurnState.THINKING, talk.state());
        talk.userSays("And what is a queue?").untilListening();

        assertEquals(
                List.of(Message.user("What is a cache?"), Message.user("And what is a queue?"),
                        Message.partner("I see.")),
                talk.messages());
    }

    @Test
    void speakingAfterAFailedChatAnswersBoth() {
        talk.services.failsToWriteAfter(0, "never");
        talk.userSays("What is a cache?").untilListening().passes(1000).userSays("Hello?").untilListening();

        assertEquals(List.of(Message.user("What is a cache?"), Message.user("Hello?")),
                talk.services.lastRequest().messages());
    }

    @Test
    void aChatThatFailsAfterTwoSentencesLetsThemSoundAndTellsItOnce() {
        talk.services.failsToWriteAfter(2, "A cache is a store.", "It keeps things close.", "never");
        talk.userSays("What is a cache?").untilListening().passes(1000);

        assertEquals(List.of("A cache is a store.", "It keeps things close."), talk.sentencesOfPartner());
        assertEquals(1, talk.troubles().size());
        assertEquals(List.of(Message.user("What is a cache?"),
                Message.partner("A cache is a store. It keeps things close.")), talk.messages());
        talk.services.answers("Let me begin again.");
        talk.post(new SessionEvent.TryAgain());
        talk.passes(6000);
        assertEquals(List.of(Message.user("What is a cache?")), talk.services.lastRequest().messages());
        assertEquals(List.of(Message.user("What is a cache?"), Message.partner("Let me begin again.")),
                talk.messages());
    }

    @Test
    void whatWasHeardOfAFailedAnswerStaysWhenTryingAgainFailsToo() {
        talk.services.failsToWriteAfter(1, "A cache is a store.", "never");
        talk.services.failsToWriteAfter(0, "never");
        talk.userSays("What is a cache?").untilListening().passes(1000);
        talk.post(new SessionEvent.TryAgain());
        talk.passes(2000);
        List<Message> both = List.of(Message.user("What is a cache?"), Message.partner("A cache is a store."));
        assertEquals(both, talk.messages());
        assertEquals(2, talk.troubles().size());
        talk.post(new SessionEvent.TryAgain());
        talk.passes(5000);

        assertEquals(List.of(Message.user("What is a cache?")), talk.services.lastRequest().messages());
        assertEquals(List.of(Message.user("What is a cache?"), Message.partner("I see.")), talk.messages());
    }

    @Test
    void speechThatFailsShowsWhatCouldNotBeSpoken() {
        talk.services.failsToSpeakAfter(1, "A cache is a store.", "It keeps things close.", "Is that clear?");
        talk.userSays("What is a cache?").untilListening();

        assertEquals(List.of("A cache is a store.", "It keeps things close.", "Is that clear?"),
                talk.sentencesOfPartner());
        assertEquals(1, talk.troubles().size());
        assertEquals(Message.partner("A cache is a store. It keeps things close. Is that clear?"),
                talk.messages().getLast());
    }

    @Test
    void speechThatFailedIsSpokenAgainWithoutAskingAnew() {
        talk.services.failsToSpeakAfter(0, "A cache is a store.");
        talk.userSays("What is a cache?").untilListening().passes(500);
        talk.post(new SessionEvent.TryAgain());
        talk.until(TurnState.SPEAKING).untilListening();

        assertEquals(1, talk.services.requests().size());
        assertEquals(List.of(Message.user("What is a cache?"), Message.partner("A cache is a store.")),
                talk.messages());
        assertTrue(talk.told(TroubleOver.class).size() == 1);
    }

    @Test
    void aCoughWhileSpeechIsTriedAgainDoesNotTakeTryingAgainAway() {
        talk.services.failsToSpeakAfter(0, "A cache is a store.");
        talk.userSays("What is a cache?").untilListening().passes(500);
        talk.post(new SessionEvent.TryAgain());
        talk.passes(20);
        talk.post(new SessionEvent.Key(new TurnEvent.HoldToTalk(true)));
        talk.post(new SessionEvent.Key(new TurnEvent.HoldToTalk(false)));
        talk.untilListening();
        talk.post(new SessionEvent.TryAgain());
        talk.until(TurnState.SPEAKING).untilListening();

        assertEquals(2, talk.messages().size());
    }

    @Test
    void anOpeningThatCannotBeSpokenIsShownAndCanBeSpokenAgain() {
        ScriptedConversation opening = ScriptedConversation.chat();
        opening.services.failsToSpeakWhatIsReady();
        opening.listens();
        assertEquals(List.of("Good to meet you.", "What do you do?"), opening.sentencesOfPartner());
        opening.services.speaksAgain();
        opening.post(new SessionEvent.TryAgain());
        opening.until(TurnState.SPEAKING).untilListening();

        assertEquals(List.of(Message.partner(ScriptedConversation.OPENING)), opening.messages());
    }

    @Test
    void thereIsNothingToTryAgainAfterAGoodTurn() {
        talk.userSays("What is a cache?").untilListening();
        talk.journal();
        talk.post(new SessionEvent.TryAgain());

        assertEquals(List.of(), talk.journal());
    }
}
