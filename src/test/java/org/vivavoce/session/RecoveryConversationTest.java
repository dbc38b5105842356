package org.vivavoce.session;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.Message;
import org.vivavoce.session.ConversationEvent.TroubleOver;
import org.vivavoce.session.ConversationEvent.TryingAgain;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What failed is tried again by itself, unless the user does something else. */
class RecoveryConversationTest {

    private final ScriptedConversation talk = ScriptedConversation.chatWithoutOpening();

    @BeforeEach
    void begin() {
        talk.listens();
    }

    @Test
    void anUtteranceThatCouldNotBeSentIsSentAgainAfterThreeSeconds() {
        talk.services.failsToUnderstand(1);
        talk.userSays("I build bridges").untilListening();
        assertEquals(List.of(new TryingAgain(3000)), talk.told(TryingAgain.class));
        talk.passes(2900);
        assertEquals(1, talk.services.pieces().size());
        talk.passes(200).until(TurnState.SPEAKING).untilListening();

        assertEquals(talk.services.pieces().getFirst().samples(), talk.services.pieces().getLast().samples());
        assertEquals(List.of(Message.user("I build bridges"), Message.partner("I see.")), talk.messages());
        assertEquals(1, talk.told(TroubleOver.class).size());
    }

    @Test
    void aServiceThatStaysAwayIsTriedLessAndLessOften() {
        talk.services.failsToUnderstand(6);
        talk.services.understands("I build bridges");
        talk.userSpeaks(2000).until(TurnState.THINKING).untilListening();
        talk.passes(80_000);

        assertEquals(List.of(3000L, 6000L, 12_000L, 15_000L, 15_000L, 15_000L),
                talk.told(TryingAgain.class).stream().map(TryingAgain::inMillis).toList());
        assertEquals(List.of(Message.user("I build bridges"), Message.partner("I see.")), talk.messages());
    }

    @Test
    void anAnswerOfWhichNothingWasHeardIsAskedForAgain() {
        talk.services.failsToWriteAfter(0, "never");
        talk.userSays("What is a cache?").untilListening().passes(8000);

        assertEquals(List.of(Message.user("What is a cache?"), Message.partner("I see.")), talk.messages());
    }

    @Test
    void anAnswerThatWasHeardInPartIsNotBegunAnewUnasked() {
        talk.services.failsToWriteAfter(2, "A cache is a store.", "It keeps things close.", "never");
        talk.userSays("What is a cache?").untilListening().passes(30_000);

        assertEquals(List.of(), talk.told(TryingAgain.class));
        assertEquals(1, talk.services.requests().size());
    }

    @Test
    void whoGoesOnTalkingIsNotInterruptedAndNothingIsLost() {
        talk.services.failsToUnderstand(1);
        talk.userSays("I build bridges").untilListening().passes(2000);
        talk.services.understands("and roads");
        talk.userSpeaks(4000).until(TurnState.THINKING).until(TurnState.SPEAKING).untilListening().passes(20_000);

        assertEquals(List.of(Message.user("I build bridges and roads"), Message.partner("I see.")), talk.messages());
    }

    @Test
    void tryingAgainByHandTakesThePlaceOfTheProgrammesTry() {
        talk.services.failsToUnderstand(2);
        talk.userSays("I build bridges").untilListening().passes(2500);
        talk.post(new SessionEvent.TryAgain());
        talk.until(TurnState.THINKING).untilListening();
        talk.services.understands("I build bridges");
        talk.passes(5900);
        assertEquals(2, talk.services.pieces().size());
        talk.passes(5000);

        assertEquals(3, talk.services.pieces().size());
        assertEquals("I build bridges", talk.messages().getFirst().text());
    }

    @Test
    void whileItIsPausedNothingIsTried() {
        talk.services.failsToUnderstand(1);
        talk.userSays("I build bridges").untilListening().passes(500);
        talk.key(new TurnEvent.Pause(true));
        talk.passes(60_000);
        assertEquals(1, talk.services.pieces().size());
        talk.key(new TurnEvent.Pause(false));
        talk.passes(5000);

        assertEquals("I build bridges", talk.messages().getFirst().text());
    }
}
