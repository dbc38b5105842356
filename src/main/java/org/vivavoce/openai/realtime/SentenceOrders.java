package org.vivavoce.openai.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The sentences of one session that are not over, oldest first; there are two or three at a time. Used under the session's lock. */
final class SentenceOrders {

    private final List<SentenceOrder> orders = new ArrayList<>();

    void add(SpokenSentence sentence) {
        orders.add(new SentenceOrder(sentence));
    }

    /**
     * The one to be sent next.
     *
     * @param oneAtATime whether it has to wait until all that were sent are over
     */
    Optional<SentenceOrder> next(boolean oneAtATime) {
        return oneAtATime && orders.stream().anyMatch(SentenceOrder::isSent)
                ? Optional.empty()
                : first(order -> !order.isSent());
    }

    /** The one that this event asked for; where the service does not say which, the oldest that has no answer yet. */
    Optional<SentenceOrder> askedBy(String eventId) {
        return first(order -> order.sentence().eventId().equals(eventId))
                .or(() -> first(SentenceOrder::isUnanswered));
    }

    Optional<SentenceOrder> answeredAs(String responseId) {
        return first(order -> responseId.equals(order.responseId()));
    }

    Optional<SentenceOrder> of(SpokenSentence sentence) {
        return first(order -> order.sentence() == sentence);
    }

    void remove(SentenceOrder order) {
        orders.remove(order);
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    /** Those that wait are under way as long as anything happens. */
    void touchWaiting() {
        orders.stream().filter(order -> !order.isSent()).forEach(order -> order.sentence().touch());
    }

    /** Takes all out. */
    List<SentenceOrder> removeAll() {
        List<SentenceOrder> all = List.copyOf(orders);
        orders.clear();
        return all;
    }

    private Optional<SentenceOrder> first(Predicate<SentenceOrder> wanted) {
        return orders.stream().filter(wanted).findFirst();
    }
}
