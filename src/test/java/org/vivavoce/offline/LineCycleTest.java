package org.vivavoce.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LineCycleTest {

    @Test
    void everyLineComesOnceBeforeAnyComesAgainAlthoughOnlyTenAreSeen() {
        for (int size : new int[]{5, 19, 24, 60, 71}) {
            LineCycle cycle = new LineCycle(lines(size), size / 3, 1);
            for (int start = 0; start < 6; start++) {
                assertEquals(size, new HashSet<>(walk(cycle, lines(size), "begin " + start, size)).size(),
                        size + " lines");
            }
        }
    }

    @Test
    void aTopicIsLeftWithEveryStep() {
        LineCycle cycle = new LineCycle(lines(71), 25, 5);
        List<Integer> walk = walk(cycle, lines(71), "hello", 14);
        for (int i = 1; i < walk.size(); i++) {
            assertNotEquals(walk.get(i - 1) % 5, walk.get(i) % 5);
        }
    }

    @Test
    void conversationsBeginEasyAndNotAllAlike() {
        LineCycle cycle = new LineCycle(lines(30), 10, 1);
        Set<Integer> firsts = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            firsts.add(walk(cycle, lines(30), "begin " + i, 1).getFirst());
        }
        assertTrue(firsts.stream().allMatch(first -> first < 10));
        assertTrue(firsts.size() > 5);
    }

    private static List<Integer> walk(LineCycle cycle, List<String> lines, String userText, int turns) {
        List<String> said = new ArrayList<>();
        List<Integer> walk = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            int next = cycle.next(new Dialogue(said, userText, false, false));
            walk.add(next);
            said.add("Okay. " + lines.get(next));
            if (said.size() > 10) {
                said.removeFirst();
            }
        }
        return walk;
    }

    private static List<String> lines(int size) {
        return IntStream.range(0, size).mapToObj(i -> "What about thing number " + (1000 + i) + "?").toList();
    }
}
