package org.vivavoce.ui.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.StoredUtterance;
import org.vivavoce.ui.ScriptedArchive;
import org.vivavoce.ui.ScriptedSoundArchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ListeningViewModelTest {

    private final ScriptedSoundArchive sound = new ScriptedSoundArchive();
    private final ListeningViewModel listening = new ListeningViewModel(sound, Runnable::run);

    private static StoredUtterance recording(int position, String file, int seconds) {
        return new StoredUtterance(position < 0 ? OptionalInt.empty() : OptionalInt.of(position), file,
                Duration.ofSeconds(position + 1L), Duration.ofSeconds(seconds));
    }

    private static StoredSession session(int number, StoredUtterance... recordings) {
        ScriptedArchive archive = new ScriptedArchive();
        archive.keep(number, "chat", "en", "", Duration.ofHours(1), "Hey!", "Hello.", "How are you?");
        StoredSession whole = archive.kept.getFirst();
        return new StoredSession(whole.session(), whole.messages(), List.of(recordings), whole.latencies(),
                whole.cost());
    }

    private void show() {
        listening.show(Optional.of(session(1, recording(0, "a.ogg", 4), recording(1, "b.ogg", 10),
                recording(0, "a-again.ogg", 6), recording(-1, "lost.ogg", 9))));
    }

    private OptionalInt sounding() {
        return listening.soundingProperty().get();
    }

    @Test
    void whatHasARecordingCanBeHeard() {
        show();

        assertTrue(listening.has(0));
        assertTrue(listening.has(1));
        assertFalse(listening.has(2));
        listening.play(2, 0);
        assertEquals(List.of(), sound.calls);
    }

    @Test
    void itBeginsALittleBeforeThePlaceThatWasClicked() {
        show();

        listening.play(1, 0.5);
        assertEquals(OptionalInt.of(1), sounding());
        listening.play(1, 0.02);
        listening.play(1, 7);

        assertEquals(List.of("play b.ogg from 4600", "stop", "play b.ogg from 0", "stop", "play b.ogg from 9600"),
                sound.calls);
    }

    @Test
    void ofAReplyThatWasSpokenAgainTheLongestIsHeard() {
        show();

        listening.toggle(0);

        assertEquals(List.of("play a-again.ogg from 0"), sound.calls);
    }

    @Test
    void oneSoundsAtATimeAndTheSameButtonStopsIt() {
        show();
        listening.toggle(0);
        listening.toggle(1);
        assertEquals(OptionalInt.of(1), sounding());
        listening.toggle(1);

        assertEquals(OptionalInt.empty(), sounding());
        assertEquals(List.of("play a-again.ogg from 0", "stop", "play b.ogg from 0", "stop"), sound.calls);
    }

    @Test
    void whenItIsOverNothingSoundsAnyMore() {
        show();
        listening.toggle(1);
        sound.ends(Optional.empty());

        assertEquals(OptionalInt.empty(), sounding());
        assertEquals(Optional.empty(), listening.problemProperty().get());
    }

    @Test
    void whyItCannotBeHeardIsToldUntilTheNextOneIsTried() {
        show();
        listening.toggle(1);
        sound.ends(Optional.of("The loudspeaker is gone."));
        assertEquals(Optional.of("The loudspeaker is gone."), listening.problemProperty().get());
        listening.toggle(0);

        assertEquals(Optional.empty(), listening.problemProperty().get());
    }

    @Test
    void theEndOfWhatWasStoppedCountsForNothing() {
        show();
        listening.toggle(1);
        List<Runnable> late = new ArrayList<>();
        late.add(() -> sound.ends(Optional.empty()));
        listening.stop();
        listening.show(Optional.of(session(1, recording(1, "b.ogg", 10))));
        late.forEach(Runnable::run);
        listening.toggle(1);

        assertEquals(OptionalInt.of(1), sounding());
    }

    @Test
    void whoReadsAnotherConversationHearsNoMoreOfThisOne() {
        show();
        listening.toggle(1);
        listening.show(Optional.of(session(1, recording(1, "b.ogg", 10))));
        assertEquals(OptionalInt.of(1), sounding(), "it has but another title");
        listening.show(Optional.of(session(2)));

        assertEquals(OptionalInt.empty(), sounding());
        assertFalse(listening.has(1));
    }
}
