package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    private static ScriptedConversation continued(boolean opening) {
        ConversationPlan plan = ScriptedConversation.plan(TurnValues.adaptive(700, 0), false, opening);
        return ScriptedConversation.of(new ConversationPlan(plan.mode(), plan.language(), plan.wording(),
                plan.recogniserLanguage(), plan.turnValues(), plan.classic(), plan.opening(), plan.patient(), EARLIER));
    }
}
