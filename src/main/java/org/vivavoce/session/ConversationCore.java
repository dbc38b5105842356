package org.vivavoce.session;

import java.time.Duration;
import java.util.List;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.practice.Message;
import org.vivavoce.session.ConversationEvent.Ended;
import org.vivavoce.session.ConversationEvent.HoldLearned;
import org.vivavoce.session.ConversationEvent.StateChanged;
import org.vivavoce.session.SessionEvent.Frame;
import org.vivavoce.turn.TurnAction;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnMachine;
import org.vivavoce.turn.TurnState;

/**
 * The state of a conversation and what is done about each event: the turn machine decides, this carries out. The {@code session}
 * thread is the only one that enters; it never blocks here.
 */
final class ConversationCore {

    private final ConversationPlan plan;
    private final PartnerVoice voice;
    private final ConversationListener listener;
    private final TraceLine trace;
    private final TurnMachine machine;
    private final SessionStatistics statistics = new SessionStatistics();
    private final DeviceWatch devices;
    private final UserSide user;
    private final Hearing hearing;
    private final PartnerSide partner;
    private final JustSpoken spoken = new JustSpoken();
    private final OverheardWords words;
    private final Overhearing overhearing;
    private final OverPartner overPartner;
    private final TurnReadiness readiness;
    private final Telling telling;
    private final Answering answering;
    private final PartnerTurn partnerTurn;
    private final ThinkingAloud aloud;
    private final AnswerTimer timer;
    private final Recovery recovery = new Recovery();
    private final SoundTime time = new SoundTime();
    private final Watchdog watchdog;
    private boolean begun;
    private boolean ended;
    private final HistoryTelling history;
    private long now;

    ConversationCore(ConversationPlan plan, ReplyWork work, PartnerVoice voice, ConversationListener listener,
            TraceLine trace, MeaningGate gate) {
        this.plan = plan;
        this.voice = voice;
        this.listener = listener;
        this.trace = trace;
        this.watchdog = new Watchdog(plan.patient());
        this.machine = new TurnMachine(plan.turnValues());
        Troubles troubles = new Troubles(listener);
        this.devices = new DeviceWatch(listener, troubles, trace);
        this.words = new OverheardWords(plan.wording(), spoken);
        Ears ears = new Ears(plan.turnValues().preRollMs());
        this.overhearing = new Overhearing(ears, work, trace, words);
        this.user = new UserSide(ears, work, statistics, trace, overhearing,
                new Dictating(ears, work.dictation(), plan));
        this.hearing = new Hearing(plan.classic(), user, voice, listener);
        this.partner = new PartnerSide(plan, work, voice, machine::mayReplySound);
        this.overPartner = new OverPartner(voice, partner, spoken, overhearing, trace);
        this.readiness = new TurnReadiness(gate);
        this.telling = new Telling(listener, trace, statistics, troubles, spoken, recovery);
        this.aloud = new ThinkingAloud(plan.classic() ? List.of() : plan.language().thinkingAloud(), work, voice);
        Floor floor = new CoreFloor();
        this.answering = new Answering(user, partner, readiness, telling, floor);
        this.partnerTurn = new PartnerTurn(partner, user, voice, telling, aloud, floor);
        this.timer = new AnswerTimer(listener, partner, user, floor);
        this.history = new HistoryTelling(partner, user);
    }

    /** The conversation as those see it who answer. */
    private final class CoreFloor implements Floor {
        @Override
        public TurnState state() {
            return machine.state();
        }

        @Override
        public boolean mayReplySound() {
            return machine.mayReplySound();
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public void act(TurnEvent event) {
            ConversationCore.this.act(event);
        }
    }

    /** Takes an event. */
    void on(SessionEvent event) {
        if (ended) {
            return;
        }
        now = time.of(event, trace.millis());
        history.happened(event);
        if (!(event instanceof Frame || event instanceof SessionEvent.Tick
                || event instanceof SessionEvent.AsideReady)) {
            watchdog.moved(now);
        }
        switch (event) {
            case SessionEvent.Tick() -> {
            }
            case Frame frame -> {
                act(new TurnEvent.Sound(hearing.hear(frame)));
                user.dictate(hearing.lastVoiceAt());
            }
            case SessionEvent.Begin() -> begin();
            case SessionEvent.Key(TurnEvent key) -> {
                act(key);
                readiness.wordsDoNotMatter();
            }
            case SessionEvent.Mute(boolean mute) -> hearing.mute(mute);
            case SessionEvent.Type(String text) -> type(text);
            case SessionEvent.Direct(String direction) -> partner.direct(direction);
            case SessionEvent.SetTimer(Duration length, String what) -> timer.set(length, what);
            case SessionEvent.CancelTimer() -> timer.cancel();
            case SessionEvent.TryAgain() -> tryAgain();
            case SessionEvent.Close() -> end();
            case SessionEvent.PieceTranscribed(long piece, var transcript) -> {
                trace.event("transcript", "piece", piece, "characters", transcript.text().length());
                transcribed(piece, user.believed(piece, transcript, plan.wording()));
            }
            case SessionEvent.PieceFailed(long piece, ServiceException failure) -> {
                if (user.failed(piece, failure)) {
                    telling.failed(failure);
                }
                overhearing.failed(piece).ifPresent(found -> {
                    telling.failed(failure);
                    act(found);
                });
            }
            case SessionEvent.SentenceReady ready -> partnerTurn.sentenceIsReady(ready);
            case SessionEvent.ReplyWritten written -> partnerTurn.isWritten(written);
            case SessionEvent.ReplyFailed(long id, ServiceException failure) -> partnerTurn.fails(id, failure);
            case SessionEvent.SentenceSounds(long id, int index) -> partnerTurn.sentenceSounds(id, index);
            case SessionEvent.AsideReady(short[] samples) -> aloud.ready(samples);
            case SessionEvent.ReplySounded(long id) -> partnerTurn.hasSounded(id);
            case SessionEvent.MicrophoneChanged change -> microphone(change);
            case SessionEvent.LoudspeakerChanged change -> loudspeaker(change);
        }
        settle();
    }

    private void transcribed(long piece, String text) {
        boolean asking = partner.current().filter(Reply::endsWithQuestion).isPresent();
        overhearing.transcribed(piece, text, asking).ifPresent(this::act);
        boolean interrupting = user.turn().filter(UserTurn::isInterrupting).isPresent();
        boolean echo = interrupting && words.areEcho(text, hearing.lastVoiceAt());
        user.transcribed(piece, echo ? "" : text);
    }

    boolean isEnded() {
        return ended;
    }

    private void act(TurnEvent event) {
        for (TurnAction action : machine.on(event, now)) {
            watchdog.moved(now);
            carryOut(action);
        }
        if (machine.state() != TurnState.PAUSED) {
            begun = false; // whoever began, it has begun
        }
    }

    private void carryOut(TurnAction action) {
        switch (action) {
            case TurnAction.Show(TurnState state) -> show(state);
            case TurnAction.Arm() -> trace.event("listening");
            case TurnAction.OverPartner step -> overPartner.carryOut(step, now);
            case TurnAction.InterruptPartner() -> partnerTurn.interrupt();
            case TurnAction.ReopenTurn() -> {
                trace.event("speech-resume", "turn", "reopened");
                answering.withdraw();
            }
            case TurnAction.BeginUtterance(long startedAt) -> {
                readiness.wordsDoNotMatter();
                user.beginUtterance(startedAt);
            }
            case TurnAction.DropUtterance() -> {
                answering.withdrawUntold();
                user.dropUtterance();
            }
            case TurnAction.SoftEnd(long lastVoiceAt) -> {
                user.softEnd(lastVoiceAt);
                readiness.awaitWords();
            }
            case TurnAction.MayReply() -> readiness.allowReply();
            case TurnAction.SpeechResumed(boolean pieceFinished) -> {
                answering.withdrawUntold();
                user.resume(pieceFinished);
            }
            case TurnAction.ReplyMaySound() -> partnerTurn.maySound();
            case TurnAction.ReplyMustWait() -> partnerTurn.mustWait();
            case TurnAction.CutPiece(boolean atPause) -> user.cutPiece(atPause);
            case TurnAction.EndTurn(long lastVoiceAt) -> {
                user.endTurn(lastVoiceAt);
                if (!answering.isUntold() && !plan.classic()) {
                    readiness.awaitWords();
                }
            }
            case TurnAction.PromptGently() -> partner.promptGently();
        }
    }

    private void show(TurnState state) {
        if (state != TurnState.THINKING && state != TurnState.SPEAKING) {
            voice.endAside();
        }
        listener.on(new StateChanged(state));
    }

    private void begin() {
        begun = machine.state() == TurnState.PAUSED;
        beginWhenDevicesAreKnown();
    }

    private void beginWhenDevicesAreKnown() {
        if (!begun || !devices.areKnown()) {
            return;
        }
        user.takeUp(plan.unheard());
        if (user.hasUntranscribed()) { // the answer to it is the opening
            act(new TurnEvent.PartnerBegins());
            user.transcribeAll();
        } else if (plan.opening()) {
            act(new TurnEvent.PartnerBegins());
            partner.open();
        } else {
            act(new TurnEvent.Pause(false));
        }
    }

    private void type(String text) {
        if (text.isBlank()) {
            return;
        }
        act(new TurnEvent.Typed());
        readiness.wordsDoNotMatter();
        user.type(text.strip());
    }

    private void settle() {
        if (ended) {
            return;
        }
        if (watchdog.isStuck(machine.state(), now)) {
            giveUp();
        }
        answering.settle();
        timer.passes();
        if (machine.state() == TurnState.LISTENING && recovery.isDue(now)) {
            tryAgain();
        }
        partnerTurn.thinkAloud();
    }

    private void giveUp() {
        watchdog.moved(now);
        trace.event("stuck", "state", machine.state().name());
        user.turn().ifPresent(turn -> turn.giveUp(new ServiceException.TimedOut(Stage.TRANSCRIPTION, null)));
        partnerTurn.giveUp();
    }

    private void tryAgain() {
        boolean unanswered = user.hasUntranscribed();
        boolean busy = machine.state() == TurnState.THINKING || machine.state() == TurnState.HEARING
                || user.turn().filter(UserTurn::isInWork).isPresent();
        if (busy) {
            return;
        }
        recovery.began();
        if (!unanswered && !partner.canTryAgain()) {
            return;
        }
        act(new TurnEvent.Stop()); // a gentle prompt may be sounding
        act(new TurnEvent.PartnerBegins());
        if (unanswered) {
            user.transcribeAll();
        } else {
            partner.tryAgain();
        }
    }

    private void microphone(SessionEvent.MicrophoneChanged change) {
        devices.microphone(change);
        beginWhenDevicesAreKnown();
        if (!change.there()) {
            act(new TurnEvent.Done()); // nothing more will be heard of this utterance
            readiness.wordsDoNotMatter();
        }
    }

    private void loudspeaker(SessionEvent.LoudspeakerChanged change) {
        devices.loudspeaker(change); // first: who shows replies only then must know
        if (!change.there()) {
            partnerTurn.loudspeakerIsGone();
        }
        beginWhenDevicesAreKnown();
    }

    private void end() {
        ended = true;
        timer.cancel();
        boolean answering = partner.current().filter(reply -> reply.kind() == Reply.Kind.ANSWER).isPresent();
        partner.cancel();
        if (answering) {
            user.turn().ifPresent(partner.sound()::user);
            user.closeTurn(); // it is in the history
        }
        user.cancel();
        aloud.cancel();
        if (machine.hasLearned()) {
            listener.on(new HoldLearned(machine.holdMs()));
        }
        listener.on(new Ended(statistics.summary(now, voice.soundedMillis())));
    }

    /** Tells whoever keeps it what was said, where that has changed since it was last told. */
    void tellHistory(HistoryListener keeper) {
        history.tell(keeper, now);
        partner.sound().tell(keeper, now);
    }

    /** The messages of the conversation, oldest first. */
    List<Message> messages() {
        return partner.history().messages();
    }
}
