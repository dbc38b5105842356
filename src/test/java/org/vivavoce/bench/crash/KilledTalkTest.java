package org.vivavoce.bench.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vivavoce.bench.crash.KilledTalk.Moment;
import org.vivavoce.bench.crash.KilledTalk.Outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The bench in small. */
@Tag("slow")
class KilledTalkTest {

    private static final int KILLS = 2;
    private static final int LATEST_MS = 6000;
    private static final int MARGIN_MS = 1000; // other tests run beside it

    @Test
    void afterAKillAllIsThereAndTheConversationGoesOn() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(KILLS)) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (int i = 0; i < KILLS; i++) {
                Random random = new Random();
                Moment moment = new Moment("transcript", random.nextInt(MARGIN_MS, LATEST_MS)); // something has been said
                running.add(pool.submit(() -> KilledTalk.run(random, false, moment, MARGIN_MS)));
            }
            for (Future<Outcome> one : running) {
                Outcome outcome = one.get();
                assertEquals(List.of(), outcome.faults());
                assertEquals(List.of(), outcome.musts().stream()
                        .filter(must -> !must.isThere() && must.beforeMs() > MARGIN_MS).toList());
                assertTrue(outcome.messages() > 0, "killed after " + outcome.killedAfterMs());
            }
        }
    }
}
