package org.vivavoce.session;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.Message;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ThinkingAloudTest {

    private final ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();

    @BeforeEach
    void answersAreLongEnoughToBeHeard() {
        for (int i = 0; i < 8; i++) {
            talk.services.answers("This is an answer that takes a while to say.");
        }
        talk.journal();
    }

    private void userAsks(int understoodAfterMs) {
        talk.services.takesToUnderstand(understoodAfterMs);
        talk.userSays("Why is that?");
    }

    private boolean isAsideHeardBeforeTheAnswer() {
        talk.until(TurnState.SPEAKING);
        return talk.journal().contains("aside");
    }

    @Test
    void anAnswerThatComesInTimeComesAlone() {
        userAsks(600);
        assertFalse(isAsideHeardBeforeTheAnswer());
        assertEquals(List.of(), talk.services.asides());
    }

    @Test
    void anAnswerThatTakesLongIsPrecededByAPhrase() {
        userAsks(6000);
        talk.passes(2900);
        assertFalse(talk.journal().contains("aside"));
        talk.passes(200);
        assertTrue(talk.journal().contains("aside"));
        talk.until(TurnState.SPEAKING);
        assertFalse(talk.journal().contains("aside"), "said once a turn");
    }

    @Test
    void nothingIsSaidAsideBeforeTwoSecondsHoweverFastTheServicesAre() {
        for (int turn = 0; turn < 5; turn++) {
            userAsks(100);
            talk.untilListening().passes(500);
        }
        userAsks(6000);
        talk.passes(1900);
        assertFalse(talk.journal().contains("aside"));
        talk.passes(1000);
        assertTrue(talk.journal().contains("aside"));
    }

    @Test
    void servicesThatAreAlwaysSlowAreBridgedAllTheSame() {
        for (int turn = 0; turn < 3; turn++) {
            userAsks(6000);
            assertTrue(isAsideHeardBeforeTheAnswer());
            talk.untilListening().passes(500);
        }
        assertEquals(3, Set.copyOf(talk.services.asides()).size(), "another phrase each time");
    }

    @Test
    void aReplyThatComesMeanwhileWaitsForThePhrasesEnd() {
        userAsks(3000); // from the soft end on, half a second before the turn's end
        talk.until(TurnState.SPEAKING);
        List<String> journal = talk.journal();
        assertTrue(journal.contains("aside"), journal.toString());
        assertFalse(journal.contains("aside silenced"), journal.toString());
    }

    @Test
    void aPhraseIsNoMessage() {
        userAsks(6000);
        assertTrue(isAsideHeardBeforeTheAnswer());
        talk.untilListening();
        assertEquals(List.of("Why is that?", "This is an answer that takes a while to say."),
                talk.messages().stream().map(Message::text).toList());
    }

    @Test
    void whoSpeaksOverAPhraseGoesOnWithTheTurn() {
        userAsks(6000);
        talk.passes(3300);
        assertTrue(talk.journal().contains("aside"));
        talk.userSpeaks(1500);
        assertEquals(TurnState.HEARING, talk.state());
    }

    @Test
    void whoStopsThePartnerSilencesThePhrase() {
        userAsks(6000);
        talk.passes(3300);
        talk.key(new TurnEvent.Stop());
        assertTrue(talk.journal().contains("aside silenced"));
        assertEquals(TurnState.LISTENING, talk.state());
    }

    @Test
    void aTurnThatFailsMeanwhileSilencesThePhrase() {
        talk.services.failsToUnderstand(1);
        userAsks(3600);
        talk.passes(3050);
        assertTrue(talk.journal().contains("aside"));
        talk.untilListening();
        assertTrue(talk.journal().contains("aside silenced"));
    }

    @Test
    void itsEchoIsNotTheUser() {
        userAsks(6000);
        talk.passes(3000);
        talk.userSpeaks(250);
        assertEquals(TurnState.THINKING, talk.state());
    }

    @Test
    void whereAPhraseCannotBeSpokenNothingIsSaid() {
        talk.services.failsToSpeakAside();
        userAsks(6000);
        assertFalse(isAsideHeardBeforeTheAnswer());
        assertEquals(1, talk.services.asides().size());
    }

    @Test
    void withoutALoudspeakerNothingIsAskedFor() {
        talk.loudspeaker.goes();
        userAsks(6000);
        talk.until(TurnState.SPEAKING);
        assertEquals(List.of(), talk.services.asides());
    }
}
