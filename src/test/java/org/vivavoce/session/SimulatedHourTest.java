package org.vivavoce.session;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** More than an hour of conversation in which everything happens, ten minutes a seed: no invariant breaks. */
class SimulatedHourTest {

    private static final long TEN_MINUTES_MS = 600_000;
    private static final int ACTIVE_MS = 75_000; // between two moments of rest
    private static final int MOST_SENTENCES = 6;
    private static final int LEAST_MESSAGES = 40; // in ten minutes: else it is not a conversation in which everything happens

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void tenMinutesInWhichEverythingHappensBreakNothing(long seed) {
        Random random = new Random(seed);
        VirtualTime time = new VirtualTime();
        RandomFate fate = new RandomFate(time, random);
        TurnValues values = TurnValues.adaptive(seed % 2 == 0 ? 700 : 1500, seed % 3 == 0 ? 0 : 8000)
                .withBargeIn(seed % 4 != 0);
        SimulatedConversation talk = new SimulatedConversation(
                ScriptedConversation.plan(values, false, seed % 2 == 0), time, fate, random,
                () -> 1 + random.nextInt(MOST_SENTENCES)).starts();
        RandomUser user = new RandomUser(talk, random);
        talk.types(); // the beginning of the first reply tells the detector what its echo is like: nobody speaks over it
        talk.comesToRest();
        while (time.millis() < TEN_MINUTES_MS) {
            fate.calm(false);
            user.isActive(ACTIVE_MS);
            fate.calm(true);
            talk.comesToRest();
        }
        talk.ends();
        assertTrue(talk.messages().size() >= LEAST_MESSAGES, () -> "a conversation of " + talk.messages().size());
    }
}
