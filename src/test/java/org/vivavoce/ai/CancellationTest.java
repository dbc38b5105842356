package org.vivavoce.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CancellationTest {

    private final Cancellation cancellation = new Cancellation();
    private final List<String> torn = new ArrayList<>();

    @Test
    void cancellingTearsDownWhatIsRegisteredOnce() {
        cancellation.onCancel(() -> torn.add("first"));
        cancellation.onCancel(() -> torn.add("second"));
        assertFalse(cancellation.isCancelled());
        cancellation.cancel();
        cancellation.cancel();

        assertTrue(cancellation.isCancelled());
        assertEquals(List.of("first", "second"), torn);
    }

    @Test
    void whatIsRegisteredTooLateIsTornDownAtOnce() {
        cancellation.cancel();
        cancellation.onCancel(() -> torn.add("late")).close();

        assertEquals(List.of("late"), torn);
    }

    @Test
    void whatHasEndedIsNotTornDown() {
        Cancellation.Registration ended = cancellation.onCancel(() -> torn.add("ended"));
        cancellation.onCancel(() -> torn.add("running"));
        ended.close();
        ended.close();
        cancellation.cancel();

        assertEquals(List.of("running"), torn);
    }

    @Test
    void whatFailsToBeTornDownDoesNotSpareTheOthers() {
        cancellation.onCancel(() -> {
            throw new IllegalStateException("stuck");
        });
        cancellation.onCancel(() -> torn.add("second"));

        assertThrows(IllegalStateException.class, cancellation::cancel);
        assertEquals(List.of("second"), torn);
    }

    @RepeatedTest(50)
    void registeringAndCancellingAtOnceLosesNothing() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(1);
        Thread registering = Thread.ofVirtual().start(() -> {
            awaitQuietly(together);
            for (int i = 0; i < 100; i++) {
                cancellation.onCancel(runs::incrementAndGet);
            }
        });
        Thread cancelling = Thread.ofVirtual().start(() -> {
            awaitQuietly(together);
            cancellation.cancel();
        });
        together.countDown();
        registering.join();
        cancelling.join();

        assertEquals(100, runs.get());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
