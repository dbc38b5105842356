package org.vivavoce.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnReading;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Speech, keys, failures and lost devices in every order: nothing that was understood is lost, and no state is an end. */
class ConversationRandomRunTest {

    private static final int STEPS = 400;
    private static final int LONGEST_REST_MS = 16_000;
    private static final Set<TurnState> RESTLESS = Set.of(TurnState.THINKING, TurnState.HEARING);
    private static final List<TurnReading> READINGS = List.of(TurnReading.FINISHED, TurnReading.FINISHED,
            TurnReading.UNFINISHED, TurnReading.WAITING);

    private final List<String> typed = new ArrayList<>();
    private boolean loudspeakerThere = true;
    private boolean microphoneThere = true;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void nothingIsLostOrSaidTwiceAndNothingIsStuck(long seed) {
        Random random = new Random(seed);
        TurnValues values = TurnValues.adaptive(seed % 4 < 2 ? 700 : 1800, 8000).withBargeIn(seed % 3 != 0);
        ScriptedConversation talk = ScriptedConversation.of(ScriptedConversation.plan(values, false, seed % 2 == 0))
                .listens();
        talk.services.understandsNumbers();
        for (int piece = 0; piece < 3 * STEPS; piece++) {
            talk.means("piece" + piece, READINGS.get(random.nextInt(READINGS.size())));
        }
        for (int step = 0; step < STEPS; step++) {
            happens(random, talk);
            if (step % 20 == 19) {
                comesToRest(talk);
            }
        }
        comesToRest(talk);

        List<String> expected = new ArrayList<>(talk.services.understood());
        expected.addAll(typed);
        Collections.sort(expected);
        assertEquals(expected, talk.sortedWordsOfUser());
        assertTrue(talk.messages().stream().allMatch(message -> !message.text().isBlank()));
        talk.post(new SessionEvent.Close());
        assertTrue(talk.isEnded());
    }

    private void happens(Random random, ScriptedConversation talk) {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> talk.userSpeaks(100 + random.nextInt(3000));
            case 4, 5, 6 -> talk.passes(random.nextInt(3000));
            case 7 -> talk.passes(random.nextInt(12_000));
            case 8 -> {
                typed.add("typed" + typed.size());
                talk.post(new SessionEvent.Type(typed.getLast()));
            }
            case 9 -> talk.key(new TurnEvent.Stop());
            case 10 -> talk.key(new TurnEvent.Done());
            case 11 -> talk.key(new TurnEvent.HoldToTalk(random.nextBoolean()));
            case 12 -> talk.key(new TurnEvent.Pause(random.nextInt(3) == 0));
            case 13, 14 -> talk.post(new SessionEvent.TryAgain());
            case 15 -> talk.services.failsToUnderstand(random.nextInt(3));
            case 16 -> talk.services.failsToWriteAfter(random.nextInt(3), "One sentence.", "Two sentences.");
            case 17 -> talk.services.failsToSpeakAfter(random.nextInt(3), "One sentence.", "Two sentences.");
            case 18 -> {
                loudspeakerThere = !loudspeakerThere;
                if (loudspeakerThere) {
                    talk.loudspeaker.comes();
                } else {
                    talk.loudspeaker.goes();
                }
            }
            default -> {
                microphoneThere = !microphoneThere;
                if (microphoneThere) {
                    talk.microphoneComes();
                } else {
                    talk.microphoneGoes();
                }
            }
        }
    }

    /** Devices are there, no key is held, services work: within half a minute the floor is the user's, and what waits is sent. */
    private void comesToRest(ScriptedConversation talk) {
        talk.services.failsToUnderstand(0);
        if (!microphoneThere) {
            talk.microphoneComes();
        }
        if (!loudspeakerThere) {
            talk.loudspeaker.comes();
        }
        microphoneThere = true;
        loudspeakerThere = true;
        talk.key(new TurnEvent.HoldToTalk(false));
        talk.key(new TurnEvent.Pause(false));
        talk.passes(7000);
        typed.add("typed" + typed.size());
        talk.post(new SessionEvent.Type(typed.getLast()));
        talk.passes(7000);
        for (int ms = 0; ms < LONGEST_REST_MS && RESTLESS.contains(talk.state()); ms += 100) {
            talk.passes(100); // an answer may just be tried again
        }
        assertFalse(RESTLESS.contains(talk.state()), () -> "still " + talk.state());
    }
}
