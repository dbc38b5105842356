package org.vivavoce.ui.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.store.Idea;
import org.vivavoce.ui.talk.SavedIdeas.State;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SavedIdeasTest {

    private static final Idea ADA = idea(1, "Ada");
    private static final Idea GRACE = idea(2, "Grace");

    private final List<List<Idea>> takenBack = new ArrayList<>();
    private long nanos;
    private final SavedIdeas saved = new SavedIdeas(takenBack::add, () -> nanos);

    private static Idea idea(long id, String text) {
        return new Idea(id, Optional.empty(), text, Instant.EPOCH);
    }

    private void passes(Duration time) {
        nanos += time.toNanos();
        saved.tick();
    }

    private State state() {
        return saved.shownProperty().get().state();
    }

    @Test
    void whatWasSavedStandsForAWhile() {
        saved.saved(List.of(ADA));
        passes(SavedIdeas.STANDS.minusMillis(1));
        assertEquals(State.SAVED, state());
        passes(Duration.ofMillis(1));
        assertEquals(State.NOTHING, state());
        saved.takeBack();
        assertEquals(List.of(), takenBack, "what is not shown is not taken back");
    }

    @Test
    void severalCallsOfOneReplyAreOneOccasionAndLaterOnesAreTheirOwn() {
        saved.saved(List.of(ADA));
        saved.saved(List.of(GRACE));
        assertEquals(List.of(ADA, GRACE), saved.shownProperty().get().ideas());
        passes(Duration.ofSeconds(2));
        Idea lin = idea(3, "Lin");
        saved.saved(List.of(lin));
        saved.takeBack();
        assertEquals(List.of(List.of(lin)), takenBack);
    }

    @Test
    void takingBackHappensOnceAndIsSaidForAShorterWhile() {
        saved.saved(List.of(ADA));
        saved.takeBack();
        saved.takeBack();
        assertEquals(List.of(List.of(ADA)), takenBack);
        assertEquals(State.TAKING_BACK, state());
        saved.takenBack(List.of(ADA));
        assertEquals(State.TAKEN_BACK, state());
        passes(SavedIdeas.SAID);
        assertEquals(State.NOTHING, state());
    }

    @Test
    void itDoesNotGoFromUnderTheHand() {
        saved.saved(List.of(ADA));
        saved.hold(true);
        passes(SavedIdeas.STANDS.multipliedBy(3));
        assertEquals(State.SAVED, state());
        saved.hold(false);
        passes(SavedIdeas.STANDS.minusMillis(1));
        assertEquals(State.SAVED, state());
        passes(Duration.ofMillis(1));
        assertEquals(State.NOTHING, state());
    }

    @Test
    void whatCouldNotBeTakenBackDoesNotStandForEver() {
        saved.saved(List.of(ADA));
        saved.takeBack();
        saved.hold(true);
        passes(SavedIdeas.STANDS);
        assertEquals(State.NOTHING, state());
    }
}
