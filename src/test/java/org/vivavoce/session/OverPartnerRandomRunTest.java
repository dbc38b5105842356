package org.vivavoce.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Short and long sounds over long replies, understood fast, late or not at all, with keys and lost devices in between: no word that
 * wants the floor is lost, and the partner is never left silent in the middle of a reply.
 */
class OverPartnerRandomRunTest {

    private static final int REPLIES = 25;
    private static final String[] REPLY = {
        "Well, a cache keeps what is asked for often, close to where it is asked for.",
        "When it is full, something has to go, and that is where it becomes interesting.",
        "What would you throw away first?"};
    private static final String WHOLE = String.join(" ", REPLY);

    private final List<String> typed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noWordIsLostAndNoReplyIsLeftInTheMiddle(long seed) {
        Random random = new Random(seed);
        ScriptedConversation talk = ScriptedConversation.chatWithoutOpening().listens();
        talk.services.understandsNumbersAndEverySecond("Mm-hm.");
        for (int reply = 0; reply < REPLIES; reply++) {
            talk.services.answers(REPLY);
            typed.add("typed" + typed.size());
            talk.post(new SessionEvent.Type(typed.getLast()));
            talk.passes(500 + random.nextInt(10_000));
            for (int i = random.nextInt(12); i >= 0; i--) {
                happens(random, talk);
            }
            comesToRest(talk);
        }

        List<String> expected = new ArrayList<>(talk.services.understood());
        expected.addAll(typed);
        Collections.sort(expected);
        assertEquals(expected, talk.sortedWordsOfUser());
        for (Message message : talk.messages()) {
            if (message.role() == Role.PARTNER && message.text().length() > "I see.".length()) {
                assertTrue(WHOLE.startsWith(message.text()), message.text());
                assertTrue(message.interrupted() || message.text().equals(WHOLE), message.text());
            }
        }
        assertTrue(talk.count("paused") > REPLIES / 10 && talk.count("interrupted") > REPLIES / 10,
                talk.count("paused") + " " + talk.count("resumed") + " " + talk.count("interrupted"));
    }

    private void happens(Random random, ScriptedConversation talk) {
        talk.services.takesToUnderstand(100 + random.nextInt(random.nextBoolean() ? 800 : 3000));
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> talk.userSpeaks(50 + random.nextInt(600)).passes(random.nextInt(2500));
            case 5 -> talk.userSpeaks(600 + random.nextInt(1500));
            case 6, 7, 8 -> talk.passes(random.nextInt(600));
            case 9, 10 -> talk.passes(random.nextInt(3000));
            case 11 -> talk.services.failsToUnderstand(random.nextInt(2));
            case 12 -> {
                typed.add("typed" + typed.size());
                talk.post(new SessionEvent.Type(typed.getLast()));
            }
            case 13 -> talk.key(random.nextBoolean() ? new TurnEvent.Stop() : new TurnEvent.Done());
            case 14 -> {
                talk.key(random.nextBoolean() ? new TurnEvent.HoldToTalk(true) : new TurnEvent.Pause(true));
                talk.passes(random.nextInt(500));
                talk.key(new TurnEvent.HoldToTalk(false));
                talk.key(new TurnEvent.Pause(false));
            }
            default -> {
                if (random.nextBoolean()) {
                    talk.microphoneGoes();
                    talk.microphoneComes();
                } else {
                    talk.loudspeaker.goes();
                    talk.loudspeaker.comes();
                }
            }
        }
    }

    /** Everybody is quiet, and what could not be understood is sent again: the floor is the user's in the end. */
    private static void comesToRest(ScriptedConversation talk) {
        talk.services.failsToUnderstand(0);
        talk.passes(5000);
        if (talk.state() == TurnState.SPEAKING) {
            assertTrue(talk.loudspeaker.sounds(), "silent in mid-reply");
            assertEquals(0, talk.loudspeaker.softerDb());
        }
        talk.passes(15_000);
        talk.post(new SessionEvent.TryAgain());
        talk.passes(15_000);
        assertNotEquals(TurnState.THINKING, talk.state());
        assertNotEquals(TurnState.HEARING, talk.state());
        assertNotEquals(TurnState.SPEAKING, talk.state());
    }
}
