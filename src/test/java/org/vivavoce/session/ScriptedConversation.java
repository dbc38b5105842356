package org.vivavoce.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Mode;
import org.vivavoce.practice.ModeCatalog;
import org.vivavoce.practice.Role;
import org.vivavoce.practice.Wording;
import org.vivavoce.session.ConversationEvent.Ended;
import org.vivavoce.session.ConversationEvent.PartnerSaid;
import org.vivavoce.session.ConversationEvent.StateChanged;
import org.vivavoce.session.ConversationEvent.Trouble;
import org.vivavoce.session.SessionEvent.MicrophoneChanged;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnReading;
import org.vivavoce.turn.TurnState;
import org.vivavoce.turn.TurnValues;

/**
 * A whole conversation on a virtual clock: a scripted user before a scripted microphone, scripted services, a scripted loudspeaker, and
 * the real core between them. All that is told or done stands in a journal, in its order.
 */
final class ScriptedConversation {

    static final String OPENING = "Good to meet you. What do you do?";
    private static final Language ENGLISH = LanguageCatalog.builtIn().english();
    private static final Mode CHAT = mode(ModeCatalog.builtIn().find("chat").orElseThrow());
    private static final int LONGEST_WAIT_MS = 120_000;

    final VirtualTime time = new VirtualTime();
    final ScriptedUser user = new ScriptedUser();
    final ScriptedVoice loudspeaker;
    final ScriptedWork services;
    private final List<String> journal = new ArrayList<>();
    private final List<ConversationEvent> events = new ArrayList<>();
    private final List<String> traced = new ArrayList<>();
    private final ConversationCore core;
    private final Map<String, TurnReading> readings = new HashMap<>();
    private boolean microphoneThere;
    private TurnState state = TurnState.PAUSED;

    private ScriptedConversation(ConversationPlan plan) {
        loudspeaker = new ScriptedVoice(time, this::post, journal::add);
        services = new ScriptedWork(time, loudspeaker, this::post, journal::add);
        core = new ConversationCore(plan, services, loudspeaker, this::told,
                new TraceLine((at, event, values) -> traced.add(event), time),
                text -> readings.getOrDefault(text, TurnReading.FINISHED));
    }

    private static Mode mode(Mode chat) {
        return new Mode(chat.id(), chat.name(), chat.summary(), chat.accent(), chat.voice(), chat.alternateVoice(),
                chat.speakingInstructions(), chat.systemPrompt(), chat.temperature(), chat.maxTokens(), chat.holdMs(),
                chat.silencePromptAfterMs(), "Ask gently.", OPENING, chat.asksLanguage(), chat.spokenLanguage(),
                chat.cues(), chat.keywords(), chat.tools(), chat.persona());
    }

    static ConversationPlan plan(TurnValues values, boolean classic, boolean opening) {
        return new ConversationPlan(CHAT, ENGLISH, new Wording(ENGLISH), Optional.of("en"), values, classic, opening,
                false);
    }

    /** A free chat that is about to start: the partner opens, and devices are there. */
    static ScriptedConversation chat() {
        return of(plan(TurnValues.adaptive(700, 8000), false, true));
    }

    /** The same without an opening. */
    static ScriptedConversation chatWithoutOpening() {
        return of(plan(TurnValues.adaptive(700, 0), false, false));
    }

    static ScriptedConversation of(ConversationPlan plan) {
        return new ScriptedConversation(plan);
    }

    /** What these words say about the end of the turn; other words are finished. */
    void means(String text, TurnReading reading) {
        readings.put(text, reading);
    }

    /** Both devices open, and the conversation begins. */
    ScriptedConversation starts() {
        post(new SessionEvent.Begin());
        microphoneComes();
        loudspeaker.comes();
        return this;
    }

    /** Starts, and is where the user's turn is, half a second later. */
    ScriptedConversation listens() {
        starts();
        untilListening();
        passes(500);
        return this;
    }

    void microphoneComes() {
        boolean first = !microphoneThere;
        microphoneThere = true;
        post(new MicrophoneChanged(true, ""));
        if (first) {
            nextFrame();
        }
    }

    void microphoneGoes() {
        microphoneThere = false;
        post(new MicrophoneChanged(false, "The microphone has gone."));
    }

    private void nextFrame() {
        long toNext = ScriptedUser.FRAME_MS - time.millis() % ScriptedUser.FRAME_MS;
        time.in(toNext, () -> {
            if (microphoneThere) {
                post(user.frame(time.millis()));
                nextFrame();
            }
        });
    }

    void post(SessionEvent event) {
        core.on(event);
    }

    void key(TurnEvent event) {
        post(new SessionEvent.Key(event));
    }

    ScriptedConversation passes(long ms) {
        time.runTo(time.millis() + ms);
        return this;
    }

    /** The user speaks for so long, beginning now, at −30 dBFS. */
    ScriptedConversation userSpeaks(int ms) {
        user.speaks(time.millis(), time.millis() + ms, -30);
        return passes(ms);
    }

    /** The user says something in two seconds, falls silent, and the turn ends. */
    ScriptedConversation userSays(String text) {
        services.understands(text);
        userSpeaks(2000);
        return until(TurnState.THINKING);
    }

    ScriptedConversation until(TurnState wanted) {
        long end = time.millis() + LONGEST_WAIT_MS;
        while (state != wanted) {
            if (time.millis() > end) {
                throw new AssertionError("still " + state + ", not " + wanted + ": " + journal);
            }
            passes(10);
        }
        return this;
    }

    ScriptedConversation untilListening() {
        return until(TurnState.LISTENING);
    }

    private void told(ConversationEvent event) {
        events.add(event);
        switch (event) {
            case StateChanged changed -> {
                state = changed.state();
                journal.add(changed.state().name().toLowerCase(java.util.Locale.ROOT));
            }
            case PartnerSaid said -> journal.add("partner: " + said.sentence());
            case ConversationEvent.UserSaid said -> journal.add("user: " + said.text());
            case Trouble trouble -> journal.add("trouble: " + trouble.sentence());
            case ConversationEvent.TroubleOver over -> journal.add("trouble over");
            case Ended ended -> journal.add("ended");
            default -> {
            }
        }
    }

    TurnState state() {
        return state;
    }

    boolean isEnded() {
        return core.isEnded();
    }

    /** Tells whoever keeps it what was said, where that has changed. */
    void tellHistory(HistoryListener keeper) {
        core.tellHistory(keeper);
    }

    List<Message> messages() {
        return core.messages();
    }

    /** Each word of the user in the history, in alphabetical order. */
    List<String> sortedWordsOfUser() {
        return messages().stream().filter(message -> message.role() == Role.USER)
                .flatMap(message -> Arrays.stream(message.text().split(" ")))
                .filter(word -> !word.equals(Message.INTERRUPTED_MARK)).sorted().toList();
    }

    /** What was told and done since the last call. */
    List<String> journal() {
        List<String> taken = List.copyOf(journal);
        journal.clear();
        return taken;
    }

    <E extends ConversationEvent> List<E> told(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<String> sentencesOfPartner() {
        return told(PartnerSaid.class).stream().map(PartnerSaid::sentence).toList();
    }

    List<String> troubles() {
        return told(Trouble.class).stream().map(Trouble::sentence).toList();
    }

    long count(String traceEvent) {
        return traced.stream().filter(traceEvent::equals).count();
    }
}
