package org.vivavoce.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;
import org.vivavoce.turn.TurnReading;
import org.vivavoce.turn.TurnState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HistoryTellingTest {

    private final List<List<Message>> told = new ArrayList<>();
    private final List<HistoryListener.Known> known = new ArrayList<>();
    private final ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();

    /** Time passes, and who keeps it is told at each step. */
    private void passes(int ms) {
        for (int i = 0; i < ms; i += 10) {
            talk.passes(10);
            talk.tellHistory((messages, with) -> {
                told.add(messages);
                known.add(with);
            });
        }
    }

    private void speaks(int ms) {
        talk.user.speaks(talk.time.millis(), talk.time.millis() + ms, -30);
        passes(ms);
    }

    private List<Message> last() {
        return told.isEmpty() ? List.of() : told.getLast();
    }

    private void until(TurnState state) {
        for (int i = 0; i < 2000 && talk.state() != state; i++) {
            passes(10);
        }
        assertEquals(state, talk.state());
    }

    @Test
    void aPieceThatIsUnderstoodIsToldThoughTheUserGoesOn() {
        talk.means("I build bridges and", TurnReading.UNFINISHED);
        talk.services.understands("I build bridges and", "tunnels.");
        speaks(2000);
        passes(1400);
        assertEquals(List.of(Message.user("I build bridges and")), last());
        speaks(1500);
        assertEquals(List.of(Message.user("I build bridges and")), last());
        until(TurnState.LISTENING);
        assertEquals(List.of(Message.user("I build bridges and tunnels."), Message.partner("I see.")), last());
    }

    @Test
    void wordsThatAreSentAgainWithWhatFollowsStayUntilThoseAreThere() {
        talk.services.takesToUnderstand(100);
        talk.services.understands("I build", "I build bridges.");
        speaks(1000);
        passes(450);
        assertEquals(List.of(Message.user("I build")), last());
        speaks(1500);
        assertEquals(List.of(Message.user("I build")), last());
        until(TurnState.LISTENING);
        assertEquals(List.of(Message.user("I build bridges."), Message.partner("I see.")), last());
        assertEquals(List.of(), told.stream().filter(List::isEmpty).toList(), "nothing was taken back");
    }

    @Test
    void whatIsBeingAnsweredAtTheEndIsToldOnce() {
        talk.userSays("Just one thing.");
        passes(200);
        talk.post(new SessionEvent.Close());
        passes(10);

        assertEquals(List.of(Message.user("Just one thing.")), last());
    }

    @Test
    void aSentenceThatWasHeardIsToldThoughTheReplyGoesOn() {
        String first = "A cache is a store of copies.";
        String second = "It keeps things close to where they are asked for.";
        talk.services.understands("What is a cache?");
        talk.services.answers(first, second);
        speaks(2000);
        until(TurnState.SPEAKING);
        passes(200);
        assertEquals(List.of(Message.user("What is a cache?")), last());
        passes(3000);
        assertEquals(List.of(Message.user("What is a cache?"), Message.partner(first)), last());
        until(TurnState.LISTENING);
        assertEquals(List.of(Message.user("What is a cache?"), Message.partner(first + " " + second)), last());
    }

    @Test
    void whatWasNothingIsTakenBack() {
        talk.services.understands("");
        speaks(2000);
        passes(5000);
        assertEquals(List.of(), last());
    }

    @Test
    void whatWasWaitedForAndWhatWasThoughtOverIsTold() {
        talk.services.understands("What is a cache?", "And a queue?");
        speaks(2000);
        until(TurnState.LISTENING);
        assertEquals(Set.of(Role.PARTNER), known.getLast().silence().keySet());
        long waited = known.getLast().silence().getOrDefault(Role.PARTNER, Duration.ZERO).toMillis();
        assertTrue(waited > 1000 && waited < 2500, "waited " + waited);
        passes(3000);
        speaks(2000);
        until(TurnState.LISTENING);
        long thought = known.getLast().silence().getOrDefault(Role.USER, Duration.ZERO).toMillis();
        assertTrue(thought > 2800 && thought < 3400, "thought " + thought);
    }

    @Test
    void nothingIsToldTwice() {
        talk.services.understands("What is a cache?");
        speaks(2000);
        until(TurnState.LISTENING);
        int times = told.size();
        passes(3000);
        assertEquals(times, told.size());
        for (int i = 1; i < times; i++) {
            assertEquals(-1, told.get(i).equals(told.get(i - 1)) ? i : -1, "told twice in a row");
        }
    }
}
