package org.vivavoce.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.History;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HistoryRowsTest {

    private final HistoryRows rows = new HistoryRows(List.of());
    private final History history = new History();

    private static Told at(int second) {
        return Told.spoken(Duration.ofSeconds(second));
    }

    private static StoredMessage row(int position, int second, Message message, int fullLength) {
        return new StoredMessage(position, message, Duration.ofSeconds(second), fullLength, false);
    }

    private void say(int second, Message message) {
        history.add(message);
        rows.tell(history.messages(), at(second));
    }

    @Test
    void whatIsAddedComesLast() {
        say(1, Message.partner("Hello!"));
        say(2, Message.user("Hi."));

        assertEquals(List.of(row(0, 1, Message.partner("Hello!"), 6), row(1, 2, Message.user("Hi."), 3)), rows.rows());
    }

    @Test
    void howLongNobodySpokeBelongsToTheMessageOfThatSide() {
        history.add(Message.user("Hi."));
        history.add(Message.partner("Hello!"));
        rows.tell(history.messages(), new Told(Duration.ofSeconds(1), false, OptionalInt.empty(),
                Map.of(Role.PARTNER, Duration.ofMillis(1200))));
        history.add(Message.user("So?"));
        rows.tell(history.messages(), new Told(Duration.ofSeconds(2), false, OptionalInt.empty(),
                Map.of(Role.PARTNER, Duration.ofMillis(1200), Role.USER, Duration.ofMillis(3000))));

        assertEquals(
                List.of(Optional.empty(), Optional.of(Duration.ofMillis(1200)), Optional.of(Duration.ofMillis(3000))),
                rows.rows().stream().map(StoredMessage::silence).toList());
    }

    @Test
    void whatGrowsKeepsItsPlace() {
        say(1, Message.user("Hi."));
        rows.tell(List.of(Message.user("Hi."), Message.partner("Hello!")), at(2));
        rows.tell(List.of(Message.user("Hi."), Message.partner("Hello! How are you?")), at(5));

        assertEquals(List.of(row(0, 1, Message.user("Hi."), 3), row(1, 2, Message.partner("Hello! How are you?"), 19)),
                rows.rows());
    }

    @Test
    void whatIsCutKeepsItsPlaceItsTimeAndItsFullLength() {
        say(1, Message.partner("Hello there, how are you?"));
        history.partnerWasHeard("Hello there,");
        rows.tell(history.messages(), at(2));
        say(3, Message.interruptingUser("Wait."));

        assertEquals(List.of(row(0, 1, Message.interruptedPartner("Hello there,"), 25),
                row(1, 3, Message.interruptingUser("Wait."), 5)), rows.rows());
        assertEquals(12, rows.rows().getFirst().heardLength());
        assertEquals("Wait.", rows.rows().getLast().words());
    }

    @Test
    void whatIsKeptCutFromTheStartTellsItsFullLength() {
        history.add(Message.interruptedPartner("Hello"));
        rows.tell(history.messages(), Told.cut(Duration.ofSeconds(4), 25));

        assertEquals(List.of(row(0, 4, Message.interruptedPartner("Hello"), 25)), rows.rows());
    }

    @Test
    void whatIsTakenBackLeavesAGap() {
        say(1, Message.partner("Hello!"));
        say(2, Message.user("I think"));
        history.withdrawLast();
        rows.tell(history.messages(), at(3));
        say(4, Message.user("I think so."));

        assertEquals(List.of(row(0, 1, Message.partner("Hello!"), 6), row(2, 4, Message.user("I think so."), 11)),
                rows.rows());
    }

    @Test
    void whatWasNotHeardGoesFromTheMiddle() {
        say(1, Message.user("One."));
        say(2, Message.partner("Two."));
        say(3, Message.user("Three."));
        history.partnerWasHeard("");
        rows.tell(history.messages(), at(4));

        assertEquals(List.of(row(0, 1, Message.user("One."), 4), row(2, 3, Message.user("Three."), 6)), rows.rows());
    }

    @Test
    void severalChangesMayBeToldAtOnce() {
        say(1, Message.user("One."));
        say(2, Message.partner("Two."));
        history.withdrawLast();
        history.withdrawLast();
        history.add(Message.user("One and a half."));
        history.add(Message.partner("Two then."));
        history.add(Message.user("Three."));
        rows.tell(history.messages(), at(5));

        assertEquals(List.of(row(0, 1, Message.user("One and a half."), 15), row(1, 2, Message.partner("Two then."), 9),
                row(2, 5, Message.user("Three."), 6)), rows.rows());
    }

    @Test
    void whatComesBeforeOthersMovesThemBehindIt() {
        say(1, Message.user("One."));
        say(2, Message.partner("Two."));
        rows.tell(List.of(Message.user("One."), Message.direction("Be kind."), Message.partner("Two.")), at(3));

        assertEquals(List.of(row(0, 1, Message.user("One."), 4), row(2, 3, Message.direction("Be kind."), 8),
                row(3, 3, Message.partner("Two."), 4)), rows.rows());
    }

    @Test
    void whoSpeaksInPlaceOfAnotherIsNew() {
        say(1, Message.user("One."));
        rows.tell(List.of(Message.partner("One.")), at(2));

        assertEquals(List.of(row(1, 2, Message.partner("One."), 4)), rows.rows());
    }

    @Test
    void typedIsOnlyWhatTheUserSays() {
        rows.tell(List.of(Message.user("One."), Message.partner("Two.")), Told.typed(Duration.ZERO));

        assertEquals(List.of(true, false), rows.rows().stream().map(StoredMessage::typed).toList());
    }

    @Test
    void anotherSittingGoesOnWhereTheEarlierOneEnded() {
        HistoryRows later = new HistoryRows(List.of(row(4, 90, Message.user("One."), 4)));
        later.tell(List.of(Message.user("One."), Message.partner("Two.")), at(7));

        assertEquals(List.of(row(4, 90, Message.user("One."), 4), row(5, 97, Message.partner("Two."), 4)),
                later.rows());
    }
}
