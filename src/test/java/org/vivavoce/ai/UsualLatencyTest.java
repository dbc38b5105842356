package org.vivavoce.ai;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class UsualLatencyTest {

    private final UsualLatency usual = new UsualLatency(Stage.CHAT, HedgeValues.DEFAULT);

    @Test
    void untilTenAreKnownTheStartingValueHolds() {
        add(600, 9);
        assertEquals(Duration.ofMillis(1200), usual.limit(1));

        add(600, 1);

        assertEquals(Duration.ofMillis(780), usual.limit(1));
    }

    @Test
    void itIsTheEightiethPercentileAndALittleMore() {
        add(800, 39);
        add(1000, 2);
        add(5000, 9);

        assertEquals(Duration.ofMillis(1300), usual.limit(1));
    }

    @Test
    void whereEveryTenthAnswerIsLateItStaysWithTheOthers() {
        add(800, 45);
        add(5800, 5);

        assertEquals(Duration.ofMillis(1040), usual.limit(1));
    }

    @Test
    void whatLiesFarBackIsForgotten() {
        add(2500, 50);
        add(1000, 50);

        assertEquals(Duration.ofMillis(1300), usual.limit(1));
    }

    @Test
    void itIsNeverVeryShortNorVeryLong() {
        add(100, 10);
        assertEquals(Duration.ofMillis(500), usual.limit(1));

        add(9000, 10);

        assertEquals(Duration.ofSeconds(3), usual.limit(1));
    }

    @Test
    void transcriptionsAreComparedByTheLengthOfTheirSpeech() {
        UsualLatency transcription = new UsualLatency(Stage.TRANSCRIPTION, HedgeValues.DEFAULT);
        assertEquals(Duration.ofMillis(1500), transcription.limit(RequestSize.of(Duration.ofSeconds(10))));
        for (int i = 0; i < 10; i++) {
            double seconds = 5 + i;
            transcription.add(Math.round((700 + 58 * seconds) * 1e6),
                    RequestSize.of(Duration.ofMillis((long) (seconds * 1000))));
        }

        assertEquals(1280 * 1.3, (double) transcription.limit(RequestSize.of(Duration.ofSeconds(10))).toMillis(), 40);
        assertEquals(2150 * 1.3, (double) transcription.limit(RequestSize.of(Duration.ofSeconds(25))).toMillis(), 60);
    }

    private void add(long millis, int times) {
        for (int i = 0; i < times; i++) {
            usual.add(millis * 1_000_000, 1);
        }
    }
}
