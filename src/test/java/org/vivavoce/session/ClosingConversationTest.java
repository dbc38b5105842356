package org.vivavoce.session;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vivavoce.session.ConversationEvent.Ended;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClosingConversationTest {

    @ParameterizedTest
    @EnumSource(TurnState.class)
    void closingEndsItOnceInEveryState(TurnState state) {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        switch (state) {
            case LISTENING -> talk.passes(100);
            case HEARING -> talk.userSpeaks(1000);
            case THINKING -> talk.userSays("Hello").passes(ScriptedWork.TRANSCRIPTION_MS + 100);
            case SPEAKING -> talk.userSays("Hello").until(TurnState.SPEAKING).passes(100);
            case PAUSED -> talk.key(new TurnEvent.Pause(true));
        }
        assertEquals(state, talk.state());
        talk.post(new SessionEvent.Close());
        assertTrue(talk.isEnded());
        talk.journal();
        talk.post(new SessionEvent.Close());
        talk.post(new SessionEvent.Type("too late"));
        talk.passes(20_000);

        assertEquals(1, talk.told(Ended.class).size());
        assertEquals(List.of(), talk.journal(), "nothing is told or done after the end");
    }

    @Test
    void closingBeforeTheDevicesAreKnownEndsItToo() {
        ScriptedConversation talk = ScriptedConversation.chat();
        talk.post(new SessionEvent.Begin());
        talk.post(new SessionEvent.Close());

        assertEquals(1, talk.told(Ended.class).size());
    }

    @Test
    void whatWasHeardOfTheLastReplyIsKept() {
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        talk.services.answers("A cache keeps what is asked for often close to where it is asked for.");
        talk.userSays("What is a cache?").until(TurnState.SPEAKING).passes(2000);
        talk.journal();
        talk.post(new SessionEvent.Close());

        assertEquals(List.of("silenced", "cancelled", "ended"), talk.journal());
        assertTrue(talk.messages().getLast().interrupted());
    }
}
