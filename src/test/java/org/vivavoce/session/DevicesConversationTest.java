package org.vivavoce.session;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.Message;
import org.vivavoce.session.ConversationEvent.DevicesChanged;
import org.vivavoce.session.ConversationEvent.TroubleOver;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnReading;
import org.vivavoce.turn.TurnState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DevicesConversationTest {

    private static final String MICROPHONE_GONE = "The microphone has gone. You can type meanwhile.";
    private static final String LOUDSPEAKER_GONE = "The loudspeaker has gone. Replies are shown as text meanwhile.";

    @Test
    void withoutALoudspeakerRepliesAreShown() {
        ScriptedConversation talk = ScriptedConversation.chat();
        talk.post(new SessionEvent.Begin());
        talk.microphoneComes();
        talk.loudspeaker.goes();
        talk.untilListening().passes(1000);
        assertEquals(List.of("Good to meet you.", "What do you do?"), talk.sentencesOfPartner());
        talk.services.answers("A store.", "It is fast.");
        talk.userSays("What is a cache?").untilListening();

        assertEquals(List.of("Good to meet you.", "What do you do?", "A store.", "It is fast."),
                talk.sentencesOfPartner());
        assertEquals(List.of(LOUDSPEAKER_GONE), talk.troubles());
        assertEquals(Message.partner("A store. It is fast."), talk.messages().getLast());
    }

    @Test
    void withoutAMicrophoneTheUserTypes() {
        ScriptedConversation talk = ScriptedConversation.chat();
        talk.post(new SessionEvent.Begin());
        talk.microphoneGoes();
        talk.loudspeaker.comes();
        talk.untilListening();
        talk.post(new SessionEvent.Type("What is a cache?"));
        talk.untilListening();

        assertEquals(List.of(MICROPHONE_GONE), talk.troubles());
        assertEquals(3, talk.messages().size());
        assertEquals(new DevicesChanged(false, true), talk.told(DevicesChanged.class).getLast());
    }

    @Test
    void withoutAMicrophoneAHeldKeyDoesNotThinkForEver() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening();
        talk.post(new SessionEvent.Begin());
        talk.microphoneGoes();
        talk.loudspeaker.comes();
        talk.key(new TurnEvent.HoldToTalk(true));
        talk.passes(1000);
        talk.key(new TurnEvent.HoldToTalk(false));

        assertEquals(TurnState.LISTENING, talk.state());
        assertEquals(List.of(MICROPHONE_GONE), talk.troubles());
    }

    @Test
    void aLoudspeakerLostInMidReplyShowsTheRest() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        threeSentences(talk);
        talk.until(TurnState.SPEAKING).passes(800);
        talk.loudspeaker.goes();
        talk.untilListening();

        assertEquals(List.of("A cache is a store of copies.", "It keeps things close.", "Is that clear?"),
                talk.sentencesOfPartner());
        assertEquals(List.of(LOUDSPEAKER_GONE), talk.troubles());
        assertEquals(Message.partner("A cache is a store of copies. It keeps things close. Is that clear?"),
                talk.messages().getLast());
    }

    @Test
    void aLoudspeakerThatComesBackInMidReplySpeaksTheRestAndTellsNothingTwice() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        threeSentences(talk);
        talk.until(TurnState.SPEAKING).passes(100);
        talk.loudspeaker.goes();
        talk.loudspeaker.comes();
        talk.untilListening();

        assertEquals(List.of("A cache is a store of copies.", "It keeps things close.", "Is that clear?"),
                talk.sentencesOfPartner());
        assertEquals(1, talk.told(TroubleOver.class).size());
        talk.userSays("Yes, thanks").untilListening();
        assertEquals(4, talk.messages().size());
    }

    @Test
    void whatWasShownCountsAsHeardWhenTheUserBreaksInLater() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        talk.services.answers("A cache is a store of copies.", "It keeps things close.",
                "And it forgets what nobody has asked for in a long, long time.");
        talk.userSays("What is a cache?").until(TurnState.SPEAKING).passes(50);
        talk.loudspeaker.goes(); // one sentence begun, the second written
        talk.loudspeaker.comes();
        talk.passes(1800);
        talk.key(new TurnEvent.Stop());

        Message heard = talk.messages().getLast();
        assertTrue(heard.interrupted());
        assertTrue(heard.text().startsWith("A cache is a store of copies. It keeps things close."),
                "shown sentences are whole");
    }

    @Test
    void aSentenceThatWasNeitherShownNorSpokenIsShownWithTheNext() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        threeSentences(talk);
        // The first sentence is written while there is a loudspeaker, and is to be spoken while there is none.
        talk.passes(ScriptedWork.TRANSCRIPTION_MS + ScriptedWork.FIRST_SENTENCE_MS + ScriptedWork.SPEECH_MS - 50);
        talk.loudspeaker.loseWithoutAWord();
        talk.passes(100);
        talk.loudspeaker.comes();
        talk.untilListening();

        assertEquals(List.of("A cache is a store of copies.", "It keeps things close.", "Is that clear?"),
                talk.sentencesOfPartner());
    }

    @Test
    void aMicrophoneLostInMidUtteranceSendsWhatWasSaid() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        talk.services.understands("Up to here");
        talk.userSpeaks(1500);
        talk.microphoneGoes();
        assertEquals(TurnState.THINKING, talk.state());
        talk.untilListening();

        assertEquals(List.of(Message.user("Up to here"), Message.partner("I see.")), talk.messages());
    }

    @Test
    void aMicrophoneLostWhileThePartnerSpeaksDoesNotStopItAndIsHeardWhenItComesBack() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        threeSentences(talk);
        talk.until(TurnState.SPEAKING);
        talk.microphoneGoes();
        talk.untilListening();
        talk.microphoneComes();
        talk.passes(1000).userSays("I am back").untilListening();

        assertEquals("I am back", talk.messages().get(2).text());
        assertEquals(1, talk.told(TroubleOver.class).size());
    }

    @Test
    void theNewestTroubleStandsAndAnOlderOneIsToldAgainWhenItIsOver() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        talk.microphoneGoes();
        talk.loudspeaker.goes();
        talk.loudspeaker.comes();
        assertEquals(List.of(MICROPHONE_GONE, LOUDSPEAKER_GONE, MICROPHONE_GONE), talk.troubles());
        talk.loudspeaker.goes();
        talk.microphoneComes();

        assertEquals(4, talk.troubles().size(), "the one that stands is not told again");
        talk.loudspeaker.comes();
        assertEquals(1, talk.told(TroubleOver.class).size());
    }

    @Test
    void whoTypesBeforeTheDevicesAreKnownHasBegun() {
        ScriptedConversation talk = ScriptedConversation.chat();
        talk.post(new SessionEvent.Begin());
        talk.post(new SessionEvent.Type("Hello"));
        talk.loudspeaker.comes();
        talk.microphoneComes();
        talk.untilListening();
        talk.key(new TurnEvent.Pause(true));
        talk.loudspeaker.goes();
        talk.loudspeaker.comes();
        talk.passes(3000);

        assertFalse(talk.sentencesOfPartner().contains("Good to meet you."), "no opening in the middle");
        assertEquals(TurnState.PAUSED, talk.state());
    }

    private static void threeSentences(ScriptedConversation talk) {
        talk.services.answers("A cache is a store of copies.", "It keeps things close.", "Is that clear?");
        talk.userSays("What is a cache?");
    }

    @Test
    void unfinishedWordsDoNotMakeTheReplyWaitForAMicrophoneThatHasGone() {
        ScriptedConversation silenced = ScriptedConversation.chatWithoutOpening().listens();
        silenced.means("I build bridges and", TurnReading.UNFINISHED);
        silenced.services.understands("I build bridges and");
        silenced.userSpeaks(2000).microphoneGoes();
        silenced.passes(1500);

        assertEquals(TurnState.SPEAKING, silenced.state());
    }

    @Test
    void aReplyThatWaitsForTheUserToGoOnSoundsWhenTheMicrophoneGoes() {
        ScriptedConversation silenced = ScriptedConversation.chatWithoutOpening().listens();
        silenced.means("I build bridges and", TurnReading.UNFINISHED);
        silenced.services.understands("I build bridges and");
        silenced.userSpeaks(2000).passes(1000);
        assertEquals(TurnState.THINKING, silenced.state());
        silenced.microphoneGoes();
        silenced.passes(900);

        assertEquals(TurnState.SPEAKING, silenced.state());
    }
}
