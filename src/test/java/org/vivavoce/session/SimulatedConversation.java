package org.vivavoce.session;

import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.vivavoce.practice.Message;
import org.vivavoce.session.ConversationEvent.StateChanged;
import org.vivavoce.session.SessionEvent.MicrophoneChanged;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;

/**
 * A conversation on a virtual clock whose every side is simulated, and the real core between them. After each event the invariants are
 * checked.
 */
final class SimulatedConversation {

    private static final long TICK_MS = 1000; // where no frame gives the time
    /** The longest hold, a dead service, all three stages slow, and a reply of some sentences. */
    private static final long REST_WITHIN_MS = 200_000;
    private static final long STEP_MS = 100;

    final VirtualTime time;
    final SimulatedUser user = new SimulatedUser();
    final SimulatedServices services;
    final ScriptedVoice loudspeaker;
    private final Invariants invariants;
    private final ConversationCore core;
    private final boolean bargeInAllowed;
    private boolean microphoneThere = true;
    private boolean loudspeakerThere = true;
    private boolean muted;
    private boolean pausedByKey;
    private int typed;
    private List<Message> kept = List.of(); // as it is told to whoever keeps it

    SimulatedConversation(ConversationPlan plan, VirtualTime time, Fate fate, Random random,
            IntSupplier sentencesOfReply) {
        this.time = time;
        bargeInAllowed = plan.turnValues().bargeIn().allowed();
        loudspeaker = new ScriptedVoice(time, this::post, what -> {
        });
        services = new SimulatedServices(new SimulatedRecogniser(time, fate, random, user, this::post),
                new SimulatedReply.Surroundings(time, fate, loudspeaker, this::post), sentencesOfReply);
        invariants = new Invariants(
                new Invariants.Scene(time, user, services, loudspeaker, plan.turnValues()));
        core = new ConversationCore(plan, services, loudspeaker, this::told,
                new TraceLine((at, event, values) -> invariants.traced(event, values), time),
                new WordingGate(plan.wording()));
    }

    private void told(ConversationEvent event) {
        if (event instanceof StateChanged(TurnState next)) {
            invariants.shows(next);
            pausedByKey &= next == TurnState.PAUSED;
        }
    }

    SimulatedConversation starts() {
        post(new SessionEvent.Begin());
        post(new MicrophoneChanged(true, ""));
        loudspeaker.comes();
        nextFrame();
        return this;
    }

    private void nextFrame() {
        time.in(ScriptedUser.FRAME_MS, () -> {
            if (isDeaf()) {
                user.isHindered(time.millis());
            }
            SessionEvent.Frame frame = user.frame(time.millis());
            if (microphoneThere) {
                post(frame);
            } else if (time.millis() % TICK_MS == 0) {
                post(new SessionEvent.Tick());
            }
            nextFrame();
        });
    }

    /** Whether nothing that is said can count just now. */
    private boolean isDeaf() {
        return !microphoneThere || muted || pausedByKey || (state() == TurnState.SPEAKING && !bargeInAllowed);
    }

    private void post(SessionEvent event) {
        core.on(event);
        core.tellHistory((messages, known) -> kept = messages);
        List<Message> history = core.messages();
        if (kept.size() < history.size() || !kept.subList(0, history.size()).equals(history)) {
            invariants.fails("what is kept does not begin with what was said");
        }
        invariants.check(kept);
    }

    TurnState state() {
        return invariants.state();
    }

    List<Message> messages() {
        return core.messages();
    }

    void key(TurnEvent key) {
        invariants.acts(key.toString());
        if (key instanceof TurnEvent.HoldToTalk(boolean pressed)) {
            user.holdsKey(pressed);
        }
        post(new SessionEvent.Key(key));
        pausedByKey |= key.equals(new TurnEvent.Pause(true));
    }

    void types() {
        String word = "t" + typed++;
        invariants.types(word);
        post(new SessionEvent.Type(word));
    }

    void triesAgain() {
        invariants.acts("tries again");
        post(new SessionEvent.TryAgain());
    }

    void mutes(boolean isMuted) {
        invariants.acts("mutes " + isMuted);
        muted = isMuted;
        post(new SessionEvent.Mute(isMuted));
    }

    void microphone(boolean there) {
        if (there != microphoneThere) {
            invariants.acts("microphone " + there);
            microphoneThere = there;
            post(new MicrophoneChanged(there, there ? "" : "The microphone has gone."));
        }
    }

    void loudspeaker(boolean there) {
        if (there != loudspeakerThere) {
            invariants.acts("loudspeaker " + there);
            loudspeakerThere = there;
            if (there) {
                loudspeaker.comes();
            } else {
                loudspeaker.goes();
            }
        }
    }

    /** Time passes while a state is shown, and so long at most. */
    void passesWhile(TurnState whileShown, long atMostMs) {
        long end = time.millis() + atMostMs;
        while (state() == whileShown && time.millis() < end) {
            passes(ScriptedUser.FRAME_MS);
        }
    }

    void passes(long ms) {
        time.runTo(time.millis() + ms);
    }

    private void until(BooleanSupplier rests) {
        passes(SimulatedServices.TRANSIT_MS + 1);
        long end = time.millis() + REST_WITHIN_MS;
        while (!(state() == TurnState.LISTENING || state() == TurnState.PAUSED) || !rests.getAsBoolean()) {
            if (time.millis() > end) {
                invariants.fails("no rest");
            }
            passes(STEP_MS);
        }
    }

    /** Everybody lets go, and the services work again: the user's turn comes, and all that was said is in the history. */
    void comesToRest() {
        passes(Math.max(0, user.silentFrom() + STEP_MS - time.millis()));
        microphone(true);
        loudspeaker(true);
        mutes(false);
        key(new TurnEvent.HoldToTalk(false));
        key(new TurnEvent.Pause(false));
        until(() -> services.openReplies().isEmpty());
        types(); // takes what was understood and never answered, because a key had stopped the answer
        until(() -> !services.isAtWork());
        triesAgain();
        until(() -> !services.isAtWork());
        invariants.checkAtRest(messages());
    }

    /** The conversation ends. */
    void ends() {
        post(new SessionEvent.Close());
        if (!core.isEnded() || services.isAtWork()) {
            throw new AssertionError("the conversation is over, and somebody still works");
        }
    }
}
