package org.vivavoce.bench.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vivavoce.bench.crash.KilledTalk.Kill;
import org.vivavoce.bench.crash.KilledTalk.Outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The bench in small. */
@Tag("slow")
class KilledTalkTest {

    private static final int LATEST_MS = 6000;
    private static final int MARGIN_MS = 1000; // other tests run beside it

    @Test
    void afterAKillAllIsThereAndTheConversationGoesOn() throws Exception {
        List<Kill> kills = List.of(
                new Kill(false, "transcript", new Random().nextInt(MARGIN_MS, LATEST_MS), false),
                new Kill(true, "end-of-turn", MARGIN_MS * 3 / 2, true)); // what was said is not understood yet
        try (ExecutorService pool = Executors.newFixedThreadPool(kills.size())) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (Kill kill : kills) {
                running.add(pool.submit(() -> KilledTalk.run(new Random(), kill, MARGIN_MS)));
            }
            List<Must> musts = new ArrayList<>();
            for (Future<Outcome> one : running) {
                Outcome outcome = one.get();
                assertEquals(List.of(), outcome.faults());
                assertEquals(List.of(), outcome.musts().stream()
                        .filter(must -> !must.isThere() && must.beforeMs() > MARGIN_MS).toList());
                assertTrue(outcome.messages() > 0, "killed after " + outcome.killedAfterMs());
                musts.addAll(outcome.musts());
            }
            assertTrue(musts.stream().anyMatch(must -> must.kind() == Must.Kind.SOUND), "none was on its way");
        }
    }
}
