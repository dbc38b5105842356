package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DirectionsTest {

    private final Directions directions = new Directions();

    private static List<Message> messages(int from, int to) {
        List<Message> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            all.add(Message.user("message " + i));
        }
        return all;
    }

    private List<String> among(int from, int to) {
        return directions.among(messages(from, to), to).stream().map(Message::text).toList();
    }

    @Test
    void eachStandsAtItsPlace() {
        directions.add("first", 0);
        directions.add("second", 2);
        assertEquals(List.of("first", "message 0", "message 1", "second", "message 2"), among(0, 3));
    }

    @Test
    void whatIsOlderThanTheContextIsNotSent() {
        directions.add("old", 1);
        directions.add("at its edge", 2);
        assertEquals(List.of("at its edge", "message 2", "message 3"), among(2, 4));
    }

    @Test
    void whereAMessageWasTakenBackItStandsAtTheEnd() {
        directions.add("late", 5);
        assertEquals(List.of("message 0", "message 1", "late"), among(0, 2));
    }

    @Test
    void theOldestGoesWhereThereAreMany() {
        for (int i = 0; i <= Directions.MOST; i++) {
            directions.add("direction " + i, 0);
        }
        assertEquals(Directions.MOST + 1, among(0, 1).size());
        assertEquals("direction 1", among(0, 1).getFirst());
    }
}
