package org.vivavoce.bench;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BenchTest {

    @Test
    void whatIsNotKnownIsWrongUsage() {
        assertEquals(2, Bench.run(List.of()));
        assertEquals(2, Bench.run(List.of("everything")));
        assertEquals(2, Bench.run(List.of("conversation", "--no-such-option")));
        assertEquals(2, Bench.run(List.of("conversation", "no-such-scenario")));
        assertEquals(2, Bench.run(List.of("store", "--no-such-option")));
        assertEquals(2, Bench.run(List.of("crash", "--no-such-option")));
        assertEquals(2, Bench.run(List.of("startup", "--times", "no")));
    }
}
