package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.Sound;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ContinuedConversationTest {

    private static final List<Message> EARLIER = List.of(Message.partner("What do you build?"),
            Message.user("I build bridges."));

    @Test
    void thePartnerTakesUpTheThread() {
        ScriptedConversation talk = continued(true).starts();
        talk.untilListening();

        List<Message> asked = talk.services.lastRequest().messages();
        assertEquals(EARLIER, asked.subList(0, 2));
        assertEquals(3, asked.size());
        assertEquals(Role.DIRECTION, asked.getLast().role());
        assertTrue(asked.getLast().text().contains("comes back"));
        assertEquals(EARLIER, talk.messages().subList(0, 2), "the direction is no message");
        assertEquals(3, talk.messages().size());
    }

    @Test
    void withoutAnOpeningTheUserGoesOnWithWhatWasSaid() {
        ScriptedConversation talk = continued(false).listens().userSays("And tunnels.").untilListening();

        List<Message> wanted = new ArrayList<>(EARLIER);
        wanted.add(Message.user("And tunnels."));
        assertEquals(wanted, talk.services.lastRequest().messages());
    }

    @Test
    void whoKeepsItIsToldOfEachChangeOnce() {
        ScriptedConversation talk = continued(false).listens();
        List<List<Message>> told = new ArrayList<>();
        HistoryListener keeper = (messages, known) -> told.add(messages);
        talk.tellHistory(keeper);
        assertEquals(List.of(), told, "what was kept before has not changed");
        talk.userSays("And tunnels.").untilListening();
        talk.tellHistory(keeper);
        talk.tellHistory(keeper);
        assertEquals(List.of(talk.messages()), told);
    }

    @Test
    void whatWasNotUnderstoodIsSentAgainAndItsAnswerIsTheOpening() {
        ScriptedConversation talk = unheard();
        talk.services.understands("And tunnels,");
        talk.services.understands("deep ones.");
        talk.starts().untilListening();

        List<Message> wanted = new ArrayList<>(EARLIER);
        wanted.add(Message.user("And tunnels, deep ones."));
        assertEquals(wanted, talk.services.lastRequest().messages());
        assertEquals(1, talk.told(ConversationEvent.UserSaid.class).size());
        talk.userSays("Also roads.").untilListening();
        assertEquals(Message.user("Also roads."), talk.services.lastRequest().messages().getLast());
    }

    @Test
    void whereItIsNotUnderstoodThisTimeEitherItIsTriedAgainAndTheUserMayTalk() {
        ScriptedConversation talk = unheard();
        talk.services.failsToUnderstand(2);
        talk.starts().untilListening();
        assertFalse(talk.troubles().isEmpty());
        assertEquals(EARLIER, talk.messages());

        talk.services.understands("And tunnels,");
        talk.services.understands("deep ones.");
        talk.passes(10_000);

        assertEquals("And tunnels, deep ones.", talk.messages().get(EARLIER.size()).text());
    }

    @Test
    void whereNothingCanBeMadeOfItTheUserHasTheFloor() {
        ScriptedConversation talk = unheard();
        talk.services.understands("");
        talk.services.understands("");
        talk.starts().untilListening();

        assertEquals(EARLIER, talk.messages());
        assertEquals(List.of(), talk.sentencesOfPartner());
    }

    private static ScriptedConversation unheard() {
        return ScriptedConversation.of(plan(true)
                .withUnheard(List.of(new KeptUtterance(1, speech()), new KeptUtterance(2, speech()))));
    }

    /** Two seconds, as loud as a user. */
    private static short[] speech() {
        short[] samples = new short[2 * Sound.CAPTURE_RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (2000 * Math.sin(i / 10.0));
        }
        return samples;
    }

    private static ScriptedConversation continued(boolean opening) {
        return ScriptedConversation.of(plan(opening));
    }

    private static ConversationPlan plan(boolean opening) {
        ConversationPlan plan = ScriptedConversation.plan(TurnValues.adaptive(700, 0), false, opening);
        return new ConversationPlan(plan.mode(), plan.language(), plan.wording(),
                plan.recogniserLanguage(), plan.turnValues(), plan.classic(), plan.opening(), plan.patient(), EARLIER,
                List.of());
    }
}
