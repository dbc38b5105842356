package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vivavoce.turn.TurnValues;

import static org.junit.jupiter.api.Assertions.fail;

/**
 * Every order in which the events of an exchange can meet, with two that disturb it: no invariant breaks in any of them, and in the end
 * it is the user's turn, nobody works, and all that was said is in the history.
 */
class EventOrderTest {

    @TestFactory
    Stream<DynamicTest> inEveryOrderOfEventsTheInvariantsHold() {
        ConversationPlan plan = ScriptedConversation.plan(TurnValues.adaptive(700, 0), false, true);
        List<DynamicTest> tests = new ArrayList<>();
        Choices choices = new Choices();
        do {
            OrderedExchange exchange = new OrderedExchange(plan);
            Optional<AssertionError> failure = failureOf(exchange, choices);
            tests.add(DynamicTest.dynamicTest(exchange.order(),
                    () -> failure.ifPresent(error -> fail(error.getMessage(), error))));
        } while (choices.turn());
        return tests.stream();
    }

    /** An exchange has to be run to know its order; what broke in it is told under its name. */
    private static Optional<AssertionError> failureOf(OrderedExchange exchange, Choices choices) {
        try {
            exchange.run(choices);
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e);
        }
    }
}
