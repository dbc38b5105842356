package org.vivavoce.session;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;
import org.vivavoce.session.ConversationEvent.Muted;
import org.vivavoce.session.ConversationEvent.UserSaid;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KeysConversationTest {

    private final ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();

    @Test
    void typingIsAMessage() {
        talk.post(new SessionEvent.Type("  What is a cache?  "));
        talk.untilListening();

        assertEquals(List.of(Message.user("What is a cache?"), Message.partner("I see.")), talk.messages());
        assertEquals(List.of(new UserSaid("What is a cache?", true)), talk.told(UserSaid.class));
        assertEquals(0, talk.services.pieces().size());
    }

    @Test
    void typingNothingIsNothing() {
        talk.journal();
        talk.post(new SessionEvent.Type("  "));

        assertEquals(List.of(), talk.journal());
    }

    @Test
    void typingWhileThePartnerSpeaksBreaksIn() {
        talk.services.answers("A cache keeps what is asked for often close to where it is asked for.");
        talk.userSays("What is a cache?").until(TurnState.SPEAKING).passes(2000);
        talk.journal();
        talk.post(new SessionEvent.Type("Shorter, please"));

        assertEquals(List.of("silenced", "cancelled", "thinking", "user: Shorter, please"), talk.journal());
        talk.untilListening();
        assertEquals(Message.interruptingUser("Shorter, please"), talk.messages().get(2));
    }

    @Test
    void typingWhileTheUserSpeaksSendsBothInTheirOrder() {
        talk.services.understands("I would use");
        talk.userSpeaks(1500);
        talk.post(new SessionEvent.Type("Redis"));
        talk.untilListening();

        assertEquals(List.of(Message.user("I would use Redis"), Message.partner("I see.")), talk.messages());
    }

    @Test
    void typingWhileTheUserMakesAShortNoiseSendsOnlyWhatIsTyped() {
        talk.userSpeaks(150);
        talk.post(new SessionEvent.Type("Redis"));
        talk.untilListening();

        assertEquals(List.of(Message.user("Redis"), Message.partner("I see.")), talk.messages());
        assertEquals(TurnState.LISTENING, talk.state());
    }

    @Test
    void typingWhileThePartnerThinksJoinsWhatWasSaid() {
        talk.userSays("I would use").passes(ScriptedWork.TRANSCRIPTION_MS + 100);
        talk.post(new SessionEvent.Type("Redis"));
        talk.untilListening();

        assertEquals(List.of(Message.user("I would use Redis"), Message.partner("I see.")), talk.messages());
    }

    @Test
    void typingWorksWhereRecognitionFails() {
        talk.services.failsToUnderstand(Integer.MAX_VALUE);
        talk.userSays("unheard").untilListening().passes(500);
        talk.post(new SessionEvent.Type("What is a cache?"));
        talk.untilListening();

        assertEquals(List.of(Message.user("What is a cache?"), Message.partner("I see.")), talk.messages());
        talk.post(new SessionEvent.Type("And a queue?"));
        talk.untilListening();
        assertEquals(4, talk.messages().size());
    }

    @Test
    void everythingSaidWhileTheKeyIsHeldIsSentHoweverQuiet() {
        long pressed = talk.time.millis();
        talk.services.understands("whispered");
        talk.key(new TurnEvent.HoldToTalk(true));
        talk.passes(3000);
        talk.key(new TurnEvent.HoldToTalk(false));
        talk.untilListening();

        long[] span = ScriptedUser.span(talk.services.pieces().getFirst().samples());
        assertEquals(pressed - 490, span[0]);
        assertEquals(pressed + 3000, span[1]);
        assertEquals("whispered", talk.messages().getFirst().text());
    }

    @Test
    void aKeyTappedAtOnceAfterATurnDoesNotThinkForEver() {
        talk.userSays("Hello").untilListening();
        talk.key(new TurnEvent.HoldToTalk(true));
        talk.key(new TurnEvent.HoldToTalk(false));
        talk.passes(3000);

        assertEquals(TurnState.LISTENING, talk.state());
    }

    @Test
    void doneEndsTheTurnAtOnce() {
        talk.services.understands("That is all");
        talk.userSpeaks(1000);
        talk.key(new TurnEvent.Done());
        assertEquals(TurnState.THINKING, talk.state());
        talk.userSpeaks(300).untilListening();

        assertEquals(List.of(Message.user("That is all"), Message.partner("I see.")), talk.messages());
    }

    @Test
    void whoIsMutedIsNotHeard() {
        talk.post(new SessionEvent.Mute(true));
        talk.userSpeaks(3000);
        assertEquals(TurnState.LISTENING, talk.state());
        talk.post(new SessionEvent.Mute(false));
        talk.passes(300).userSays("Now I am back").untilListening();

        assertEquals(List.of(new Muted(true), new Muted(false)), talk.told(Muted.class));
        assertEquals("Now I am back", talk.messages().getFirst().text());
        short[] samples = talk.services.pieces().getFirst().samples();
        int mutedSamples = 0;
        for (short sample : samples) {
            mutedSamples += sample == 0 ? 1 : 0;
        }
        assertTrue(mutedSamples > 0, "the pre-roll reaches into the mute, where only silence is kept");
    }

    @Test
    void mutingInMidUtteranceEndsIt() {
        talk.services.understands("up to here");
        talk.userSpeaks(1500);
        talk.post(new SessionEvent.Mute(true));
        talk.userSpeaks(1500);
        talk.until(TurnState.LISTENING);

        assertEquals("up to here", talk.messages().getFirst().text());
    }

    @Test
    void aPauseHearsAndSaysNothing() {
        talk.key(new TurnEvent.Pause(true));
        talk.userSpeaks(3000).passes(20_000);
        assertEquals(TurnState.PAUSED, talk.state());
        talk.key(new TurnEvent.Pause(false));
        talk.passes(300).userSays("Back").untilListening();

        assertEquals("Back", talk.messages().getFirst().text());
    }

    @Test
    void aPauseInMidUtteranceKeepsWhatWasSaidAndSendsNothingTwice() {
        talk.services.understands("First half");
        talk.userSpeaks(1500);
        talk.key(new TurnEvent.Pause(true));
        talk.passes(250);
        talk.key(new TurnEvent.Pause(false));
        talk.passes(50).userSays("second half").untilListening();

        assertEquals("First half second half", talk.messages().getFirst().text());
        List<TranscriptionOrder> pieces = talk.services.pieces();
        assertTrue(ScriptedUser.span(pieces.get(0).samples())[1] < ScriptedUser.span(pieces.get(1).samples())[0]);
    }

    @Test
    void aPauseWhileThePartnerThinksPutsTheAnswerOff() {
        talk.userSays("What is a cache?").passes(ScriptedWork.TRANSCRIPTION_MS + 100);
        talk.key(new TurnEvent.Pause(true));
        talk.passes(10_000);
        assertEquals(List.of(), talk.sentencesOfPartner());
        talk.key(new TurnEvent.Pause(false));
        talk.untilListening();

        assertEquals(List.of(Message.user("What is a cache?"), Message.partner("I see.")), talk.messages());
    }

    @Test
    void silenceIsPromptedThreeTimesAndThenPaused() {
        ScriptedConversation silent = ScriptedConversation.chat().listens();
        silent.until(TurnState.PAUSED);

        assertEquals(3, silent.services.requests().size());
        List<Message> sent = silent.services.lastRequest().messages();
        assertEquals(Message.direction("Ask gently."), sent.getLast());
        assertFalse(silent.messages().stream().anyMatch(message -> message.role() == Role.DIRECTION));
        assertEquals(4, silent.messages().size());
        silent.passes(120_000);
        assertEquals(3, silent.services.requests().size());
        silent.userSays("I am here").untilListening();
        assertEquals("I am here", silent.messages().get(4).text());
    }

    @Test
    void aGentlePromptIsAskedForWithTwentyMessagesAtMost() {
        ScriptedConversation silent = ScriptedConversation.chat().listens();
        for (int turn = 0; turn < 12; turn++) {
            silent.userSays("turn").untilListening().passes(500);
        }
        silent.until(TurnState.THINKING);

        assertEquals(20, silent.services.lastRequest().messages().size());
        assertEquals(Role.DIRECTION, silent.services.lastRequest().messages().getLast().role());
    }
}
