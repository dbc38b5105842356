package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.session.ConversationEvent.Trouble;
import org.vivavoce.session.ConversationEvent.TroubleOver;
import org.vivavoce.session.Troubles.Source;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TroublesTest {

    private final List<ConversationEvent> told = new ArrayList<>();
    private final Troubles troubles = new Troubles(told::add);

    @Test
    void theNewestTroubleStandsAndTheOlderOneComesBack() {
        troubles.tell(Source.MICROPHONE, "no microphone", Help.SOUND_SETTINGS);
        troubles.tell(Source.SERVICE, "no service", Help.TRY_AGAIN);
        troubles.over(Source.SERVICE);
        troubles.over(Source.MICROPHONE);

        assertEquals(
                List.of(new Trouble("no microphone", Help.SOUND_SETTINGS), new Trouble("no service", Help.TRY_AGAIN),
                        new Trouble("no microphone", Help.SOUND_SETTINGS), new TroubleOver()),
                told);
    }

    @Test
    void whatEndsBehindTheNewestIsNotToldAgain() {
        troubles.tell(Source.MICROPHONE, "no microphone", Help.SOUND_SETTINGS);
        troubles.tell(Source.SERVICE, "no service", Help.TRY_AGAIN);
        told.clear();
        troubles.over(Source.MICROPHONE);
        assertEquals(List.of(), told);
        troubles.over(Source.SERVICE);

        assertEquals(List.of(new TroubleOver()), told);
    }

    @Test
    void whatWasNoTroubleIsNotOver() {
        troubles.over(Source.LOUDSPEAKER);

        assertEquals(List.of(), told);
    }
}
