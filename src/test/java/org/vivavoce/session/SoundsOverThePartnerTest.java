package org.vivavoce.session;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.practice.Message;
import org.vivavoce.session.ConversationEvent.Ended;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Coughs, "mm-hm", echoes and short words over a reply, in whole conversations on a virtual clock. */
class SoundsOverThePartnerTest {

    private static final String FIRST = "Well, a cache keeps what is asked for often, close to where it is asked for.";
    private static final String SECOND = "And then there is more of it.";

    private final ScriptedConversation talk = ScriptedConversation.chatWithoutOpening();

    @BeforeEach
    void begin() {
        talk.listens();
    }

    /** The partner has been speaking for 2.5 s: it is at "what is asked". */
    private void partnerSpeaks() {
        talk.services.answers(FIRST, SECOND);
        talk.userSays("What is a cache?").until(TurnState.SPEAKING).passes(2500);
        talk.journal();
    }

    @Test
    void aCoughPausesThePartnerWhichGoesOnWithTheClauseThatWasCut() {
        partnerSpeaks();
        talk.services.understands("");
        talk.userSpeaks(400).passes(800);
        assertEquals(List.of("softer", "paused"), talk.journal());
        talk.passes(400);
        List<String> journal = talk.journal();
        assertEquals(1, journal.size());
        assertTrue(journal.getFirst().startsWith("resumed at 0: "), journal.getFirst());
        long from = Long.parseLong(journal.getFirst().substring("resumed at 0: ".length()));
        assertTrue(from > 300 && from < 800, "after \"Well,\": " + from);
        assertEquals(TurnState.SPEAKING, talk.state());

        talk.untilListening();
        assertEquals(List.of(Message.user("What is a cache?"), Message.partner(FIRST + " " + SECOND)),
                talk.messages());
        assertEquals(List.of(FIRST, SECOND), talk.sentencesOfPartner(), "told once");
        assertEquals(List.of(), talk.troubles());
        assertEquals(1, talk.count("ducked"));
        assertEquals(1, talk.count("paused"));
        assertEquals(1, talk.count("resumed"));
        assertEquals(0, talk.count("interrupted"));
    }

    @Test
    void aClickOnlyMakesThePartnerSofterForAMoment() {
        partnerSpeaks();
        talk.userSpeaks(140).passes(100);
        assertEquals(14, talk.loudspeaker.softerDb());
        talk.passes(200);

        assertEquals(0, talk.loudspeaker.softerDb());
        assertEquals(List.of("softer", "loud"), talk.journal());
        assertEquals(1, talk.services.pieces().size(), "nothing is sent for it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mm-hm.", "Yeah.", "A cache keeps what", "Thanks for watching!"})
    void whatDoesNotWantTheFloorLetsThePartnerGoOn(String text) {
        partnerSpeaks();
        talk.services.understands(text);
        talk.userSpeaks(400).untilListening();

        assertEquals(List.of(Message.user("What is a cache?"), Message.partner(FIRST + " " + SECOND)),
                talk.messages());
        assertEquals(1, talk.count("resumed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stop.", "No!", "Why?"})
    void aShortWordInterruptsAndIsTheUsersTurn(String text) {
        partnerSpeaks();
        talk.services.understands(text);
        talk.userSpeaks(400).passes(300 + ScriptedWork.TRANSCRIPTION_MS);
        assertEquals(List.of("softer", "paused", "cancelled", "hearing"), talk.journal().subList(0, 4));
        talk.untilListening();

        List<Message> messages = talk.messages();
        assertTrue(messages.get(1).interrupted() && FIRST.startsWith(messages.get(1).text()));
        assertEquals(Message.interruptingUser(text), messages.get(2));
        assertEquals(2, talk.services.pieces().size(), "sent once");
        assertEquals(1, talk.count("interrupted"));
        talk.post(new SessionEvent.Close());
        assertEquals(1, talk.told(Ended.class).getFirst().summary().interruptions());
    }

    @Test
    void whatFollowsAShortWordIsPartOfTheTurn() {
        partnerSpeaks();
        talk.services.understands("Stop.", "What about queues?");
        talk.userSpeaks(400).passes(300 + ScriptedWork.TRANSCRIPTION_MS).userSpeaks(1000).untilListening();

        assertEquals(Message.interruptingUser("Stop. What about queues?"), talk.messages().get(2));
    }

    @Test
    void whoGoesOnBeforeItIsKnownIsHeardWhole() {
        partnerSpeaks();
        long began = talk.time.millis();
        talk.services.understands("No,", "No, what about queues?");
        talk.services.takesToUnderstand(1500);
        talk.userSpeaks(400).passes(250).userSpeaks(1000).untilListening();

        assertEquals(Message.interruptingUser("No, what about queues?"), talk.messages().get(2));
        long[] span = ScriptedUser.span(talk.services.pieces().getLast().samples());
        assertTrue(span[0] <= began && span[1] >= began + 1650, "in one piece, from the first word on");
    }

    @Test
    void whereTheRecogniserIsSlowThePartnerGoesOnAndIsStillInterruptedByWords() {
        partnerSpeaks();
        talk.services.understands("No, stop that.");
        talk.services.takesToUnderstand(2500);
        talk.userSpeaks(400).passes(1550);
        assertEquals("resumed", talk.journal().getLast().substring(0, 7));
        talk.passes(1300);
        assertTrue(talk.journal().containsAll(List.of("silenced", "cancelled", "hearing")));
        talk.services.takesToUnderstand(ScriptedWork.TRANSCRIPTION_MS);
        talk.untilListening();

        assertEquals(Message.interruptingUser("No, stop that."), talk.messages().get(2));
        assertEquals(2, talk.services.pieces().size());
    }

    @Test
    void wordsThatAreUnderstoodAfterTheReplyAreTheUsersTurn() {
        talk.services.answers("Yes, it is, rather short.");
        talk.userSays("Is it short?").until(TurnState.SPEAKING).passes(1000);
        talk.services.takesToUnderstand(4000);
        talk.services.understands("No, stop that.");
        talk.userSpeaks(400).passes(200).untilListening();
        talk.services.takesToUnderstand(ScriptedWork.TRANSCRIPTION_MS);
        talk.until(TurnState.SPEAKING).untilListening();

        assertEquals(Message.user("No, stop that."), talk.messages().get(2));
    }

    @Test
    void whereItCannotBeUnderstoodThePartnerGoesOn() {
        partnerSpeaks();
        talk.services.failsToUnderstand(1);
        talk.userSpeaks(400).untilListening();

        assertEquals(List.of(), talk.troubles());
        assertEquals(Message.partner(FIRST + " " + SECOND), talk.messages().get(1));
        assertEquals(List.of(-2L), talk.services.forgotten(), "it need not be kept");
    }

    @Test
    void yesBeforeTheEndOfAQuestionIsAnAnswer() {
        talk.services.answers("It depends. Do you want to know more about that right now?");
        talk.userSays("What is a cache?").until(TurnState.SPEAKING).passes(2800);
        talk.services.understands("Yes.");
        talk.userSpeaks(400).untilListening();

        assertEquals(Message.interruptingUser("Yes."), talk.messages().get(2));
    }

    @Test
    void whatWasHeardBeforeAndAfterGoingOnIsCutAtTheFurthestPoint() {
        partnerSpeaks();
        talk.services.understands("");
        talk.userSpeaks(400).passes(1200);
        assertTrue(talk.journal().getLast().startsWith("resumed"));
        talk.key(new TurnEvent.Stop());

        // 2.5 s and the 200 ms up to the pause, at 15 characters a second, though it sounded again from the clause on
        int heard = talk.messages().getLast().text().length();
        assertTrue(heard >= 34 && heard <= 46, "length " + heard);
    }

    @Test
    void theStopKeyWhileItIsFoundOutStopsThePartnerAndTheWordsStillCount() {
        partnerSpeaks();
        talk.services.understands("Hold your horses");
        talk.userSpeaks(400).passes(250);
        talk.key(new TurnEvent.Stop());
        assertEquals(TurnState.LISTENING, talk.state());
        talk.passes(ScriptedWork.TRANSCRIPTION_MS).untilListening();

        assertEquals(Message.interruptingUser("Hold your horses"), talk.messages().get(2));
    }

    @Test
    void typingWhileItIsFoundOutTakesTheWordsWithIt() {
        partnerSpeaks();
        talk.services.understands("Not caches,");
        talk.userSpeaks(400).passes(250);
        talk.post(new SessionEvent.Type("but queues"));
        talk.untilListening();

        assertEquals(Message.interruptingUser("Not caches, but queues"), talk.messages().get(2));
    }

    @Test
    void theTalkKeyWhileItIsFoundOutTakesTheWordsWithIt() {
        partnerSpeaks();
        talk.services.understands("Not caches,", "but queues");
        talk.userSpeaks(400).passes(250);
        talk.key(new TurnEvent.HoldToTalk(true));
        talk.userSpeaks(1000);
        talk.key(new TurnEvent.HoldToTalk(false));
        talk.untilListening();

        assertEquals(Message.interruptingUser("Not caches, but queues"), talk.messages().get(2));
    }

    @Test
    void aPauseWhileItIsFoundOutKeepsTheWordsForLater() {
        partnerSpeaks();
        talk.services.understands("Not caches,");
        talk.userSpeaks(400).passes(250);
        talk.key(new TurnEvent.Pause(true));
        talk.passes(3000);
        assertEquals(TurnState.PAUSED, talk.state());
        talk.key(new TurnEvent.Pause(false));
        talk.passes(500).userSays("but queues").untilListening();

        assertEquals(Message.interruptingUser("Not caches, but queues"), talk.messages().get(2));
    }

    @Test
    void aMicrophoneThatGoesDoesNotLeaveThePartnerSilent() {
        partnerSpeaks();
        talk.services.understands("");
        talk.userSpeaks(400).passes(250);
        talk.microphoneGoes();
        assertTrue(talk.journal().getLast().startsWith("resumed"));
        talk.untilListening();

        assertEquals(Message.partner(FIRST + " " + SECOND), talk.messages().get(1));
    }

    @Test
    void aMicrophoneThatGoesInMidWordEndsWhatWasSaid() {
        partnerSpeaks();
        talk.services.understands("No, but");
        talk.userSpeaks(400);
        talk.microphoneGoes();
        talk.untilListening();

        assertEquals(Message.interruptingUser("No, but"), talk.messages().get(2));
    }

    @Test
    void closingWhileItIsFoundOutEndsEverything() {
        partnerSpeaks();
        talk.services.understands("No");
        talk.userSpeaks(400).passes(250);
        talk.post(new SessionEvent.Close());
        assertTrue(talk.isEnded());
        assertTrue(talk.messages().getLast().interrupted());
        assertEquals(List.of(-2L), talk.services.forgotten());
    }

    @Test
    void whereTheLoudspeakerHasGoneNothingIsPaused() {
        partnerSpeaks();
        talk.loudspeaker.goes();
        talk.passes(10);
        talk.services.understands("");
        talk.userSpeaks(400).untilListening();

        assertEquals(List.of(FIRST, SECOND), talk.sentencesOfPartner());
    }

    @Test
    void wherePartnerAndUserMayNotSpeakAtOnceNothingHappens() {
        ScriptedConversation polite = ScriptedConversation.of(ScriptedConversation.plan(
                org.vivavoce.turn.TurnValues.adaptive(700, 0).withBargeIn(false), false, false)).listens();
        polite.services.answers(FIRST, SECOND);
        polite.userSays("What is a cache?").until(TurnState.SPEAKING).passes(1000).userSpeaks(900).untilListening();

        assertEquals(0, polite.count("ducked"));
        assertEquals(Message.partner(FIRST + " " + SECOND), polite.messages().get(1));
    }
}
