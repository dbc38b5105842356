package org.vivavoce.ui.talk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.session.TurnLatency;
import org.vivavoce.session.TurnLatency.Stage;
import org.vivavoce.turn.TurnState;
import org.vivavoce.ui.ScriptedConversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TalkViewModelTest {

    private final Deque<Runnable> uiTasks = new ArrayDeque<>();
    private final List<SessionSummary> summaries = new ArrayList<>();
    private final List<Boolean> remembered = new ArrayList<>();
    private boolean uiAtOnce = true;
    private long nanos;
    private @Nullable ScriptedConversation made;
    private final TalkViewModel talk = new TalkViewModel(listener -> made = new ScriptedConversation(listener),
            new Captions(false, remembered::add), this::ui, () -> nanos, summaries::add);
    private final ScriptedConversation conversation = Objects.requireNonNull(made);

    private void ui(Runnable task) {
        if (uiAtOnce) {
            task.run();
        } else {
            uiTasks.add(task);
        }
    }

    private void state(TurnState state) {
        conversation.tell(new ConversationEvent.StateChanged(state));
    }

    @Test
    void theConversationIsMadeAtOnceButBegunOnlyWhenTheScreenIsThere() {
        assertEquals(List.of(), conversation.calls());
        assertEquals(TalkState.STARTING, talk.stateProperty().get());
        talk.start();
        assertEquals(List.of("start"), conversation.calls());
    }

    @Test
    void everyStateOfTheConversationIsAStateOfTheScreen() {
        for (TurnState state : TurnState.values()) {
            state(state);
            assertEquals(state.name(), talk.stateProperty().get().name());
        }
    }

    @Test
    void holdingTwiceIsHoldingOnce() {
        talk.holdToTalk(true);
        talk.holdToTalk(true);
        assertTrue(talk.holdingProperty().get());
        talk.holdToTalk(false);
        talk.holdToTalk(false);
        assertEquals(List.of("hold true", "hold false"), conversation.calls());
    }

    @Test
    void muteIsWhatTheConversationSaysItIs() {
        talk.toggleMute();
        assertTrue(talk.mutedProperty().get());
        talk.toggleMute();
        assertFalse(talk.mutedProperty().get());
        assertEquals(List.of("mute true", "mute false"), conversation.calls());
    }

    @Test
    void doneGoesOnWhenTheConversationIsPaused() {
        talk.done();
        state(TurnState.PAUSED);
        talk.done();
        assertEquals(List.of("done", "pause false"), conversation.calls());
    }

    @Test
    void blankMessagesAreNotSent() {
        talk.send("   ");
        talk.send(" hello ");
        assertEquals(List.of("type hello"), conversation.calls());
    }

    @Test
    void troubleStandsUntilItIsOver() {
        conversation.tell(new ConversationEvent.Trouble("No network.", Help.TRY_AGAIN));
        assertEquals(new TalkViewModel.Trouble("No network.", Help.TRY_AGAIN, 0), talk.troubleProperty().get());
        conversation.tell(new ConversationEvent.TryingAgain(2500));
        assertEquals(new TalkViewModel.Trouble("No network.", Help.TRY_AGAIN, 3), talk.troubleProperty().get());
        talk.tryAgain();
        assertEquals(List.of("try again"), conversation.calls());
        conversation.tell(new ConversationEvent.TroubleOver());
        assertEquals("", talk.troubleProperty().get().sentence());
    }

    @Test
    void aNoticeStandsUntilItIsOverAndTakesNoTroubleWithIt() {
        conversation.tell(new ConversationEvent.Noticed("The voice takes its time."));
        assertEquals("The voice takes its time.", talk.troubleProperty().get().sentence());
        conversation.tell(new ConversationEvent.NoticeOver());
        assertEquals("", talk.troubleProperty().get().sentence());

        conversation.tell(new ConversationEvent.Noticed("Another voice speaks."));
        conversation.tell(new ConversationEvent.Trouble("No network.", Help.TRY_AGAIN));
        conversation.tell(new ConversationEvent.PartnerTurnEnded(1));
        assertEquals("No network.", talk.troubleProperty().get().sentence());
    }

    @Test
    void whatWasNoticedWhileThereWasATroubleStandsWhenThatIsOver() {
        conversation.tell(new ConversationEvent.Trouble("No network.", Help.TRY_AGAIN));
        conversation.tell(new ConversationEvent.Noticed("The built-in partner goes on."));
        conversation.tell(new ConversationEvent.TroubleOver());
        assertEquals("The built-in partner goes on.", talk.troubleProperty().get().sentence());
    }

    @Test
    void thePictureFollowsTheLevelsAndTheClockTheTime() {
        state(TurnState.HEARING);
        nanos = Duration.ofSeconds(754).toNanos();
        conversation.tell(new ConversationEvent.Levels(-15, -100));
        talk.tick();
        assertEquals("12:34", talk.clockProperty().get());
        assertTrue(talk.pulseProperty().get() > 0.4, "size " + talk.pulseProperty().get());
    }

    @Test
    void aSlowScreenSeesOnlyTheNewestLevel() {
        uiAtOnce = false;
        for (int i = 0; i < 50; i++) {
            conversation.tell(new ConversationEvent.Levels(-60 + i, -100));
        }
        assertEquals(1, uiTasks.size());
    }

    @Test
    void captionsComeOnByThemselvesWithoutALoudspeakerAndGoAgain() {
        conversation.tell(new ConversationEvent.PartnerSaid("Hello there."));
        assertEquals("", talk.captions().shownProperty().get());
        conversation.tell(new ConversationEvent.DevicesChanged(true, false));
        assertEquals("Hello there.", talk.captions().shownProperty().get());
        assertFalse(talk.loudspeakerProperty().get());
        conversation.tell(new ConversationEvent.DevicesChanged(true, true));
        assertEquals("", talk.captions().shownProperty().get());
        assertEquals(List.of(), remembered);
    }

    @Test
    void withoutALoudspeakerAllSentencesOfATurnStandTogether() {
        conversation.tell(new ConversationEvent.DevicesChanged(true, false));
        conversation.tell(new ConversationEvent.PartnerSaid("One."));
        conversation.tell(new ConversationEvent.PartnerSaid("Two."));
        assertEquals("One. Two.", talk.captions().shownProperty().get());
        conversation.tell(new ConversationEvent.PartnerTurnEnded(1));
        assertEquals("One. Two.", talk.captions().shownProperty().get());
        conversation.tell(new ConversationEvent.PartnerSaid("Three."));
        assertEquals("Three.", talk.captions().shownProperty().get());
    }

    @Test
    void peekingShowsTheLastSentenceOnlyAsLongAsItLasts() {
        conversation.tell(new ConversationEvent.PartnerSaid("First."));
        conversation.tell(new ConversationEvent.PartnerSaid("Second."));
        talk.captions().peek(true);
        assertEquals("Second.", talk.captions().shownProperty().get());
        talk.captions().peek(false);
        assertEquals("", talk.captions().shownProperty().get());
    }

    @Test
    void switchingCaptionsIsRemembered() {
        talk.captions().toggle();
        talk.captions().toggle();
        assertEquals(List.of(true, false), remembered);
    }

    @Test
    void whatTheUserSaidIsNotShown() {
        talk.captions().toggle();
        conversation.tell(new ConversationEvent.UserSaid("my words", false));
        assertEquals("", talk.captions().shownProperty().get());
    }

    @Test
    void aMeasuredTurnIsInTheDiagnostics() {
        conversation.tell(new ConversationEvent.TurnMeasured(new TurnLatency(Map.of(Stage.FIRST_SOUND, 1500L))));
        assertEquals(1, talk.diagnostics().turnsProperty().get());
        assertEquals("1500", talk.diagnostics().lines().getLast().p50());
    }

    @Test
    void theTimeForAnAnswerIsShownAsLongAsItRuns() {
        ConversationEvent.TimeLeft left = new ConversationEvent.TimeLeft(Duration.ofSeconds(89), Duration.ofSeconds(90),
                "a story");
        conversation.tell(left);
        assertEquals(Optional.of(left), talk.timeLeftProperty().get());
        conversation.tell(new ConversationEvent.TimeOver(true));
        assertEquals(Optional.empty(), talk.timeLeftProperty().get());
    }

    @Test
    void theEndBringsTheSummaryAndNothingMovesAfterIt() {
        SessionSummary summary = new SessionSummary(Duration.ofMinutes(1), 1, 2, Duration.ZERO, Duration.ZERO, 0,
                Optional.empty());
        talk.end();
        assertEquals(List.of("close"), conversation.calls());
        conversation.tell(new ConversationEvent.Ended(summary));
        assertEquals(List.of(summary), summaries);
        nanos = Duration.ofSeconds(99).toNanos();
        conversation.tell(new ConversationEvent.Levels(-10, -100));
        talk.tick();
        assertEquals("00:00", talk.clockProperty().get());
    }
}
