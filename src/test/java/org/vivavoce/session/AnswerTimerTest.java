package org.vivavoce.session;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;
import org.vivavoce.session.ConversationEvent.TimeLeft;
import org.vivavoce.session.ConversationEvent.TimeOver;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnReading;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The time that the partner gives for an answer, in whole conversations on a virtual clock. */
class AnswerTimerTest {

    private static final String UP = "The time that you gave the user (a story) is up now.";

    private ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();

    private void gives(int seconds) {
        talk.post(new SessionEvent.SetTimer(Duration.ofSeconds(seconds), "a story"));
    }

    private List<Long> secondsTold() {
        return talk.told(TimeLeft.class).stream().map(each -> each.left().toSeconds()).toList();
    }

    private List<Boolean> over() {
        return talk.told(TimeOver.class).stream().map(TimeOver::isUp).toList();
    }

    private List<Message> lastRequest() {
        return talk.services.lastRequest().messages();
    }

    private static boolean saysThatTimeIsUp(Message message) {
        return message.role() == Role.DIRECTION && message.text().startsWith(UP);
    }

    @Test
    void timeBeginsWhenThePartnerHasFinishedAndIsToldEachSecond() {
        talk.userSays("Give me ten seconds");
        gives(10);
        talk.until(TurnState.SPEAKING);
        assertEquals(List.of(), secondsTold());
        talk.untilListening().passes(2500);
        assertEquals(List.of(10L, 9L, 8L), secondsTold());
        assertEquals(new TimeLeft(Duration.ofSeconds(10), Duration.ofSeconds(10), "a story"),
                talk.told(TimeLeft.class).getFirst());
    }

    @Test
    void whereNobodySpeaksThePartnerSaysAtOnceThatItIsUp() {
        gives(5);
        talk.services.answers("Time is up.");
        talk.passes(4900);
        assertEquals(TurnState.LISTENING, talk.state());
        talk.passes(200);
        assertEquals(TurnState.THINKING, talk.state());
        assertEquals(List.of(true), over());
        assertTrue(saysThatTimeIsUp(lastRequest().getFirst()));
        assertEquals(Role.DIRECTION, lastRequest().getLast().role());
        talk.untilListening().passes(20_000);
        assertEquals(List.of("Time is up."), talk.sentencesOfPartner());
        assertEquals(List.of(Message.partner("Time is up.")), talk.messages());
    }

    @Test
    void whoIsSpeakingIsNotCutOffAndIsToldWithTheAnswer() {
        gives(5);
        talk.passes(2000);
        talk.services.understands("It began with a failing disk");
        talk.services.answers("That was the time. A fine story.");
        talk.userSpeaks(6000);
        assertEquals(TurnState.HEARING, talk.state());
        assertEquals(List.of(true), over());
        talk.untilListening().passes(20_000);
        assertEquals(1, talk.services.requests().size(), "it was said once");
        assertTrue(saysThatTimeIsUp(lastRequest().getFirst()));
        assertEquals(Message.user("It began with a failing disk"), lastRequest().getLast());
        assertEquals(List.of(Message.user("It began with a failing disk"),
                Message.partner("That was the time. A fine story.")), talk.messages());
    }

    @Test
    void whereThePartnerSpeaksWhenItIsUpItSaysSoAfterwards() {
        gives(5);
        talk.passes(1000);
        talk.services.answers("It depends on what you mean by a story, and on how long it is going to be in the end.");
        talk.userSays("Which story?").until(TurnState.SPEAKING);
        talk.services.answers("Time is up.");
        while (over().isEmpty()) {
            talk.passes(100);
        }
        assertEquals(TurnState.SPEAKING, talk.state());
        talk.untilListening();
        assertEquals("Time is up.", talk.sentencesOfPartner().getLast());
        talk.untilListening().passes(20_000);
        assertEquals(2, talk.services.requests().size());
    }

    @Test
    void whoAskedForPatienceIsAnsweredWhenItIsUp() {
        talk.means("Let me think", TurnReading.WAITING);
        gives(6);
        talk.passes(200);
        talk.services.understands("Let me think");
        talk.userSpeaks(1500).until(TurnState.THINKING).until(TurnState.LISTENING).until(TurnState.THINKING);
        assertEquals(List.of(true), over());
        talk.untilListening().passes(20_000);
        assertEquals(List.of(Message.user("Let me think"), Message.partner("I see.")), talk.messages());
    }

    @Test
    void aNewTimeReplacesTheOldOne() {
        gives(5);
        talk.passes(3000);
        gives(60);
        talk.passes(30_000);
        assertEquals(List.of(false), over());
        assertEquals(30L, secondsTold().getLast());
        assertEquals(List.of(), talk.services.requests());
    }

    @Test
    void cancelledTimeIsNeverUp() {
        gives(5);
        talk.passes(3000);
        talk.post(new SessionEvent.CancelTimer());
        talk.post(new SessionEvent.CancelTimer());
        talk.passes(20_000);
        assertEquals(List.of(false), over());
        assertEquals(List.of(), talk.services.requests());
    }

    @Test
    void inAPauseTimeStandsStill() {
        gives(5);
        talk.passes(3000);
        talk.key(new TurnEvent.Pause(true));
        talk.passes(60_000);
        assertEquals(List.of(), over());
        talk.key(new TurnEvent.Pause(false));
        talk.passes(1900);
        assertEquals(List.of(), over());
        talk.passes(300);
        assertEquals(List.of(true), over());
    }

    @Test
    void whoHasTimeIsNotAskedGently() {
        talk = ScriptedConversation.of(ScriptedConversation.plan(TurnValues.adaptive(700, 8000), false, false))
                .listens();
        gives(60);
        talk.passes(59_000);
        assertEquals(List.of(), talk.services.requests());
        talk.post(new SessionEvent.CancelTimer());
        talk.passes(7900);
        assertEquals(List.of(), talk.services.requests());
        talk.passes(300);
        assertEquals(1, talk.services.requests().size(), "without it, silence is silence again");
    }

    @Test
    void itEndsWithTheConversation() {
        gives(5);
        talk.passes(1000);
        talk.post(new SessionEvent.Close());
        talk.passes(20_000);
        assertEquals(List.of(false), over());
        assertTrue(talk.isEnded());
    }

    @Test
    void withoutALoudspeakerItIsSaidOnce() {
        talk.loudspeaker.goes();
        gives(5);
        talk.passes(2000);
        talk.services.understands("It began with a failing disk");
        talk.userSpeaks(5000);
        talk.untilListening().passes(20_000);
        assertEquals(List.of(true), over());
        assertEquals(1, talk.services.requests().size());
    }

    @Test
    void whatNobodySaidStandsWhereItBelongsAndIsInNoHistory() {
        talk.userSays("Note a bridge").untilListening().passes(500);
        talk.post(new SessionEvent.Direct("The bridge was taken back."));
        talk.userSays("And now?").untilListening().passes(500);
        talk.userSays("Goodbye").untilListening();

        assertEquals(List.of(Message.user("Note a bridge"), Message.partner("I see."),
                Message.direction("The bridge was taken back."), Message.user("And now?"), Message.partner("I see."),
                Message.user("Goodbye")), lastRequest());
        assertTrue(talk.messages().stream().noneMatch(message -> message.role() == Role.DIRECTION));
    }
}
