package org.vivavoce.ui.talk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.ui.common.Lengths;

/**
 * What the screen of a conversation shows and what its buttons do. JavaFX thread; the conversation's events may come from any thread.
 */
public final class TalkViewModel {

    /**
     * What is wrong.
     *
     * @param sentence     empty when all is well
     * @param help         what helps
     * @param againSeconds in how many seconds it is tried again by itself; 0 where it is not
     */
    public record Trouble(String sentence, Help help, long againSeconds) {
        static final Trouble NONE = new Trouble("", Help.NONE, 0);
    }

    private final ReadOnlyObjectWrapper<TalkState> state = new ReadOnlyObjectWrapper<>(TalkState.STARTING);
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper(Lengths.clock(Duration.ZERO));
    private final ReadOnlyDoubleWrapper pulse = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper holding = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loudspeaker = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Trouble> trouble = new ReadOnlyObjectWrapper<>(Trouble.NONE);
    private String noticed = "";
    private final Captions captions;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Pulse size = new Pulse();
    private final ReadOnlyObjectWrapper<Optional<ConversationEvent.TimeLeft>> timeLeft = new ReadOnlyObjectWrapper<>(
            Optional.empty());

    private final Conversation conversation;
    private final SavedIdeas savedIdeas;
    private final Executor ui;
    private final LongSupplier nanoTime;
    private final Consumer<SessionSummary> ended;
    private final long startedAtNanos;

    /** The newest levels that the screen has not seen; written by the conversation, taken by the JavaFX thread. */
    private final AtomicReference<ConversationEvent.@Nullable Levels> newestLevels = new AtomicReference<>();

    /**
     * Makes the conversation, and waits for {@link #start()}.
     *
     * @param prepare  makes a conversation that tells this view model what happens
     * @param captions shows what the partner says
     * @param ui       the JavaFX thread
     * @param nanoTime a clock that only goes forward, in nanoseconds
     * @param ended    is told how it went
     */
    public TalkViewModel(Function<ConversationListener, Conversation> prepare, Captions captions, Executor ui,
            LongSupplier nanoTime,
            Consumer<SessionSummary> ended) {
        this.captions = captions;
        this.ui = ui;
        this.nanoTime = nanoTime;
        this.ended = ended;
        this.startedAtNanos = nanoTime.getAsLong();
        this.conversation = prepare.apply(this::receive);
        this.savedIdeas = new SavedIdeas(conversation::takeBack, nanoTime);
    }

    /** Begins the conversation. */
    public void start() {
        conversation.start();
    }

    /** The state the whole screen follows. */
    public ReadOnlyObjectProperty<TalkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How long the conversation lasts, as a clock. */
    public ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    /** How large the picture of the state is, 0 to 1. */
    public ReadOnlyDoubleProperty pulseProperty() {
        return pulse.getReadOnlyProperty();
    }

    /** Whether the microphone is muted. */
    public ReadOnlyBooleanProperty mutedProperty() {
        return muted.getReadOnlyProperty();
    }

    /** Whether hold-to-talk is pressed. */
    public ReadOnlyBooleanProperty holdingProperty() {
        return holding.getReadOnlyProperty();
    }

    /** Whether the partner can be heard. */
    public ReadOnlyBooleanProperty loudspeakerProperty() {
        return loudspeaker.getReadOnlyProperty();
    }

    /** What is wrong. */
    public ReadOnlyObjectProperty<Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** What the partner says, for the eyes. */
    public Captions captions() {
        return captions;
    }

    /** How long the replies take. */
    public Diagnostics diagnostics() {
        return diagnostics;
    }

    /** What the partner has just saved. */
    public SavedIdeas savedIdeas() {
        return savedIdeas;
    }

    /** The time for an answer that runs, where one does. */
    public ReadOnlyObjectProperty<Optional<ConversationEvent.TimeLeft>> timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** Mutes, or unmutes. */
    public void toggleMute() {
        conversation.mute(!muted.get());
    }

    /** Push-to-talk; the same twice does nothing, so that a key that repeats does no harm. */
    public void holdToTalk(boolean pressed) {
        if (pressed != holding.get()) {
            holding.set(pressed);
            conversation.holdToTalk(pressed);
        }
    }

    /** "I'm done"; in a pause it goes on. */
    public void done() {
        if (state.get() == TalkState.PAUSED) {
            conversation.pause(false);
        } else {
            conversation.done();
        }
    }

    /** Stops the partner. */
    public void stopPartner() {
        conversation.stopPartner();
    }

    /** Pauses, or goes on. */
    public void togglePause() {
        conversation.pause(state.get() != TalkState.PAUSED);
    }

    /** Pauses while the user is elsewhere in the program. */
    public void pause(boolean paused) {
        conversation.pause(paused);
    }

    /** Sends a typed message. */
    public void send(String text) {
        if (!text.isBlank()) {
            conversation.type(text.strip());
        }
    }

    /** Sends again what failed. */
    public void tryAgain() {
        conversation.tryAgain();
    }

    /** Time has passed: the clock shows it. */
    public void tick() {
        savedIdeas.tick();
        if (state.get() != TalkState.ENDED) {
            clock.set(Lengths.clock(sinceStart()));
        }
    }

    private Duration sinceStart() {
        return Duration.ofNanos(nanoTime.getAsLong() - startedAtNanos);
    }

    /** Ends the conversation. */
    public void end() {
        conversation.close();
    }

    /** Of many levels only the newest matters to the eye: a slow screen must not be flooded. */
    private void receive(ConversationEvent event) {
        if (event instanceof ConversationEvent.Levels levels) {
            if (newestLevels.getAndSet(levels) == null) {
                ui.execute(this::showLevels);
            }
        } else {
            ui.execute(() -> show(event));
        }
    }

    /** What was noticed meanwhile stands. */
    private void troubleIsOver() {
        if (noticed.isEmpty() || !trouble.get().sentence().equals(noticed)) {
            trouble.set(Trouble.NONE);
        }
    }

    /** A trouble that has come since stays. */
    private void noticeIsOver() {
        if (!noticed.isEmpty() && trouble.get().sentence().equals(noticed)) {
            trouble.set(Trouble.NONE);
        }
        noticed = "";
    }

    private void showLevels() {
        ConversationEvent.Levels levels = newestLevels.getAndSet(null);
        if (levels != null && state.get() != TalkState.ENDED) {
            Duration time = sinceStart();
            pulse.set(size.at(time, state.get(), levels.userDbfs(), levels.partnerDbfs()));
        }
    }

    private void show(ConversationEvent event) {
        switch (event) {
            case ConversationEvent.StateChanged changed -> state.set(TalkState.of(changed.state()));
            case ConversationEvent.PartnerSaid said -> captions.said(said.sentence());
            case ConversationEvent.Trouble happened ->
                trouble.set(new Trouble(happened.sentence(), happened.help(), 0));
            case ConversationEvent.TryingAgain(long inMillis) -> trouble
                    .set(new Trouble(trouble.get().sentence(), trouble.get().help(), Math.ceilDiv(inMillis, 1000)));
            case ConversationEvent.TroubleOver over -> troubleIsOver();
            case ConversationEvent.Noticed(String sentence) -> {
                noticed = sentence;
                trouble.set(new Trouble(sentence, Help.NONE, 0));
            }
            case ConversationEvent.NoticeOver over -> noticeIsOver();
            case ConversationEvent.IdeasSaved saved -> savedIdeas.saved(saved.ideas());
            case ConversationEvent.IdeasTakenBack taken -> savedIdeas.takenBack(taken.ideas());
            case ConversationEvent.TimeLeft left -> timeLeft.set(Optional.of(left));
            case ConversationEvent.TimeOver over -> timeLeft.set(Optional.empty());
            case ConversationEvent.Muted changed -> muted.set(changed.muted());
            case ConversationEvent.DevicesChanged devices -> {
                loudspeaker.set(devices.loudspeaker());
                captions.loudspeaker(devices.loudspeaker());
            }
            case ConversationEvent.Ended over -> {
                state.set(TalkState.ENDED);
                ended.accept(over.summary());
            }
            case ConversationEvent.Levels levels -> showLevels();
            case ConversationEvent.UserSaid said -> {
                // what the user said is not shown while talking: the review shows it
            }
            case ConversationEvent.PartnerTurnEnded over -> {
                captions.turnEnded();
                noticeIsOver();
            }
            case ConversationEvent.HoldLearned learned -> {
                // kept by the app
            }
            case ConversationEvent.TurnMeasured measured -> diagnostics.measured(measured.latency());
        }
    }
}
