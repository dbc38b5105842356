package org.vivavoce.session;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;

/**
 * One exchange between user and partner, event by event: at each moment it is known which events can come next, one of them comes, and
 * hardly any time passes but what the event itself takes. Of those that disturb the plain course two come in one exchange, and none
 * twice.
 */
final class OrderedExchange {

    /** What can happen. */
    enum Event {
        /** The user begins to speak. */
        START(false),
        /** The user falls quiet for as long as it takes to begin work. */
        SOFT_END(false),
        /** The user goes on before the turn has ended. */
        RESUME(true),
        /** The user has been quiet for as long as the hold. */
        END_OF_HOLD(false),
        /** The words of a piece arrive. */
        TRANSCRIPT(false),
        /** The reply's sentence arrives. */
        FIRST_TOKEN(false),
        /** Its speech arrives. */
        SPEECH(false),
        /** One of the three fails instead. */
        FAILURE(true),
        /** The user speaks while the partner thinks or sounds. */
        BARGE_IN(true),
        /** The user stops the partner by a key. */
        CANCEL(true),
        /** The reply has sounded. */
        END_OF_REPLY(false);

        private final boolean disturbs;

        Event(boolean disturbs) {
            this.disturbs = disturbs;
        }
    }

    private record Next(Event event, Runnable happens) {}

    private static final int MOST_DISTURBANCES = 2;
    private static final int SPEECH_MS = 1200;
    private static final int SPOKEN_BEFORE_NEXT_MS = 900; // the rest is spoken while others act
    private static final int SOFT_END_MS = 270;
    private static final int MOMENT_MS = 10;
    private static final int LONG_ENOUGH_MS = 10_000;

    private final VirtualTime time = new VirtualTime();
    private final HeldFate fate = new HeldFate(time);
    private final SimulatedConversation talk;
    private final List<Event> happened = new ArrayList<>();
    private final Set<Event> disturbances = EnumSet.noneOf(Event.class);
    private boolean speaking;

    /** The partner opens undisturbed; then anything may happen. */
    OrderedExchange(ConversationPlan plan) {
        talk = new SimulatedConversation(plan, time, fate, new Random(1), () -> 1);
        talk.services.recogniser().isAttentive(true);
        talk.starts();
        while (talk.state() != TurnState.LISTENING) {
            fate.held().forEach(step -> fate.goes(step, true));
            talk.passes(MOMENT_MS);
        }
    }

    /** From the first event to the last: the user's turn again, and nobody works. */
    void run(Choices choices) {
        List<Next> possible = possible();
        while (!possible.isEmpty()) {
            Next next = possible.get(choices.next(possible.size()));
            happened.add(next.event());
            if (next.event().disturbs) {
                disturbances.add(next.event());
            }
            next.happens().run();
            talk.passes(MOMENT_MS);
            possible = possible();
        }
        fate.letsGo();
        talk.comesToRest();
    }

    /** What happened, in its order. */
    String order() {
        return String.join(", ", happened.stream()
                .map(event -> event.name().toLowerCase(Locale.ROOT).replace('_', ' ')).toList());
    }

    private List<Next> possible() {
        if (happened.isEmpty()) {
            return List.of(new Next(Event.START, this::speaks));
        }
        List<Next> next = new ArrayList<>();
        for (HeldFate.Step step : fate.held()) {
            next.add(new Next(arrival(step), () -> fate.goes(step, true)));
            next.add(new Next(Event.FAILURE, () -> fate.goes(step, false)));
        }
        boolean partnersTurn = talk.state() == TurnState.THINKING || talk.state() == TurnState.SPEAKING;
        if (speaking) {
            next.add(new Next(Event.SOFT_END, this::fallsQuiet));
        } else if (talk.state() == TurnState.HEARING) {
            next.add(new Next(Event.END_OF_HOLD, () -> talk.passesWhile(TurnState.HEARING, LONG_ENOUGH_MS)));
            next.add(new Next(Event.RESUME, this::speaks));
        } else if (partnersTurn) {
            next.add(new Next(Event.BARGE_IN, this::speaks));
        }
        if (partnersTurn) {
            next.add(new Next(Event.CANCEL, () -> talk.key(new TurnEvent.Stop())));
        }
        if (!speaking && talk.state() == TurnState.SPEAKING && fate.held().isEmpty()) {
            next.add(new Next(Event.END_OF_REPLY, () -> talk.passesWhile(TurnState.SPEAKING, LONG_ENOUGH_MS)));
        }
        next.removeIf(one -> one.event().disturbs
                && (disturbances.size() == MOST_DISTURBANCES || disturbances.contains(one.event())));
        return next;
    }

    private static Event arrival(HeldFate.Step step) {
        return switch (step.stage()) {
            case TRANSCRIPTION -> Event.TRANSCRIPT;
            case CHAT -> Event.FIRST_TOKEN;
            case SPEECH -> Event.SPEECH;
        };
    }

    private void speaks() {
        speaking = true;
        talk.user.speaks(time.millis(), SPEECH_MS, "");
        talk.passes(SPOKEN_BEFORE_NEXT_MS);
    }

    private void fallsQuiet() {
        talk.passes(talk.user.silentFrom() + SOFT_END_MS - time.millis());
        speaking = false;
    }
}
