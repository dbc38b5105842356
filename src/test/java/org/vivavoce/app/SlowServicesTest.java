package org.vivavoce.app;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.ai.Stage;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationEvent.NoticeOver;
import org.vivavoce.session.ConversationEvent.Noticed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SlowServicesTest {

    @Test
    void theNoticeIsOverWhenNothingIsSlowAnyMore() {
        List<ConversationEvent> told = new ArrayList<>();
        SlowServices slow = new SlowServices(told::add);

        slow.slow(Stage.CHAT);
        slow.slow(Stage.SPEECH);
        slow.over(Stage.CHAT);

        assertEquals(2, told.size());
        Noticed notice = assertInstanceOf(Noticed.class, told.getFirst());
        assertTrue(notice.sentence().startsWith("The chat model takes its time"), notice.sentence());
        slow.over(Stage.SPEECH);
        assertEquals(new NoticeOver(), told.getLast());
    }
}
