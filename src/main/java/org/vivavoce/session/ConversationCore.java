package org.vivavoce.session;

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
    private final Troubles troubles;
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
    private final ThinkingAloud aloud;
    private final SoundTime time = new SoundTime();
    private final Watchdog watchdog = new Watchdog();
    private boolean begun;
    private boolean ended;
    private long now;

    ConversationCore(ConversationPlan plan, ReplyWork work, PartnerVoice voice, ConversationListener listener,
            TraceLine trace, MeaningGate gate) {
        this.plan = plan;
        this.voice = voice;
        this.listener = listener;
        this.trace = trace;
        this.machine = new TurnMachine(plan.turnValues());
        this.troubles = new Troubles(listener);
        this.devices = new DeviceWatch(listener, troubles, trace);
        this.words = new OverheardWords(plan.wording(), spoken);
        Ears ears = new Ears(plan.turnValues().preRollMs());
        this.overhearing = new Overhearing(ears, work, trace, words);
        this.user = new UserSide(ears, work, statistics, trace, overhearing);
        this.hearing = new Hearing(plan.classic(), user, voice, listener);
        this.partner = new PartnerSide(plan, work, voice, machine::mayReplySound);
        this.overPartner = new OverPartner(voice, partner, spoken, overhearing, trace);
        this.readiness = new TurnReadiness(gate);
        this.telling = new Telling(listener, trace, statistics, troubles, spoken);
        this.answering = new Answering(user, partner, readiness, telling, machine::state, this::act);
        this.aloud = new ThinkingAloud(plan.classic() ? List.of() : plan.language().thinkingAloud(), work, voice);
    }

    /** Takes an event. */
    void on(SessionEvent event) {
        if (ended) {
            return;
        }
        now = time.of(event, trace.millis());
        if (!(event instanceof Frame || event instanceof SessionEvent.Tick
                || event instanceof SessionEvent.AsideReady)) {
            watchdog.moved(now);
        }
        switch (event) {
            case SessionEvent.Tick() -> {
            }
            case Frame frame -> act(new TurnEvent.Sound(hearing.hear(frame)));
            case SessionEvent.Begin() -> begin();
            case SessionEvent.Key(TurnEvent key) -> {
                act(key);
                readiness.wordsDoNotMatter();
            }
            case SessionEvent.Mute(boolean mute) -> hearing.mute(mute);
            case SessionEvent.Type(String text) -> type(text);
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
            case SessionEvent.SentenceReady ready -> partner.current(ready.reply()).ifPresent(reply -> {
                reply.add(ready.text());
                if (!voice.available() && machine.mayReplySound()) {
                    partnerShows(reply, ready.index());
                }
            });
            case SessionEvent.ReplyWritten written ->
                partner.current(written.reply()).ifPresent(reply -> {
                    reply.isWritten();
                    trace.event("reply-written", "characters", written.completion().text().length());
                });
            case SessionEvent.ReplyFailed(long id, ServiceException failure) ->
                partner.current(id).ifPresent(reply -> reply.fail(failure));
            case SessionEvent.SentenceSounds(long id, int index) ->
                partner.current(id).ifPresent(reply -> partnerSays(reply, reply.begins(index)));
            case SessionEvent.AsideReady(short[] samples) -> aloud.ready(samples);
            case SessionEvent.ReplySounded(long id) -> partner.current(id).ifPresent(this::replyOver);
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
            case TurnAction.InterruptPartner() -> interruptPartner();
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
            case TurnAction.ReplyMaySound() -> replyMaySound();
            case TurnAction.ReplyMustWait() -> partner.current().ifPresent(reply -> voice.hold(reply.id()));
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
        if (plan.opening()) {
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

    private void replyMaySound() {
        partner.current().ifPresent(reply -> {
            voice.release(reply.id());
            if (!voice.available() && !reply.unspoken().isEmpty()) {
                partnerShows(reply, reply.sentences().size() - 1);
            }
        });
    }

    private void settle() {
        if (ended) {
            return;
        }
        if (watchdog.isStuck(machine.state(), now)) {
            giveUp();
        }
        answering.settle();
        thinkAloud();
    }

    private void thinkAloud() {
        boolean asked = user.turn().isPresent() || partner.current().filter(Reply::isAnswer).isPresent();
        boolean waiting = asked && machine.state() == TurnState.THINKING && machine.mayReplySound();
        aloud.weigh(waiting, now).ifPresent(aside -> {
            trace.event("aside", "ms-of-sound", aside.millis());
            spoken.begins(aside.phrase(), now);
            act(new TurnEvent.PartnerSoundsAside(now + aside.millis() + JustSpoken.ECHO_LASTS_MS));
        });
    }

    private void giveUp() {
        watchdog.moved(now);
        trace.event("stuck", "state", machine.state().name());
        user.turn().ifPresent(turn -> turn.giveUp(new ServiceException.TimedOut(Stage.TRANSCRIPTION, null)));
        partner.current().ifPresent(reply -> {
            reply.fail(new ServiceException.TimedOut(Stage.CHAT, null));
            reply.cancellation().cancel();
            voice.interrupt();
            replyOver(reply);
        });
    }

    private void tryAgain() {
        boolean unanswered = user.hasUntranscribed();
        boolean busy = machine.state() == TurnState.THINKING || machine.state() == TurnState.HEARING;
        if (busy || !(unanswered || partner.canTryAgain())) {
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

    /** Shows what will not sound. What is spoken again was told before. */
    private void partnerShows(Reply reply, int index) {
        if (reply.kind() != Reply.Kind.SPOKEN_AGAIN) {
            partnerSays(reply, reply.isShown(index));
        }
    }

    private void partnerSays(Reply reply, List<String> sentences) {
        if (reply.isFirstTold()) {
            firstSound(reply);
        }
        telling.partnerSays(sentences, now);
        act(new TurnEvent.PartnerSounds());
    }

    private void firstSound(Reply reply) {
        telling.firstSound(reply, user.turn().map(UserTurn::lastVoiceAt).orElse(-1L), now);
        if (reply.isAnswer()) {
            aloud.answered(now);
        }
        answered(reply);
        if (!user.hasUntranscribed()) {
            troubles.over(Troubles.Source.SERVICE);
        }
    }

    /** The user's turn is dealt with: its message is in the history. One that waits to be transcribed outlives a gentle prompt. */
    private void answered(Reply reply) {
        if (reply.kind() == Reply.Kind.ANSWER) {
            user.closeTurn();
        }
    }

    private void replyOver(Reply reply) {
        partner.finish(reply);
        trace.event("reply-end", "reply", reply.id(), "sentences", reply.sentences().size());
        ServiceException failure = reply.failure().orElse(null);
        if (failure == null) {
            if (!reply.unspoken().isEmpty()) {
                partnerShows(reply, reply.sentences().size() - 1); // what never sounded, for whatever reason
            }
            telling.partnerTurnEnded(reply);
            act(new TurnEvent.PartnerFinished());
            return;
        }
        telling.failed(failure);
        answered(reply); // trying again answers it from the history
        if (reply.kind() != Reply.Kind.SPOKEN_AGAIN) {
            telling.partnerIsLeftUnheard(reply.unspoken());
        }
        telling.trouble(failure);
        act(new TurnEvent.TurnFailed());
    }

    private void interruptPartner() {
        Reply reply = partner.current().orElse(null);
        boolean sounded = reply != null && reply.hasBegun();
        partner.interrupt();
        spoken.silenced(now);
        if (reply == null) {
            return; // stopped while being transcribed: the turn stands before what comes next
        }
        trace.event("interrupted", "reply", reply.id());
        answered(reply);
        if (sounded) {
            user.nextInterrupts();
            statistics.interrupted();
            telling.partnerTurnEnded(reply);
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
            partner.current().filter(reply -> !reply.unspoken().isEmpty())
                    .filter(reply -> machine.mayReplySound())
                    .ifPresent(reply -> partnerShows(reply, reply.sentences().size() - 1));
        }
        beginWhenDevicesAreKnown();
    }

    private void end() {
        ended = true;
        partner.cancel();
        user.cancel();
        aloud.cancel();
        if (machine.hasLearned()) {
            listener.on(new HoldLearned(machine.holdMs()));
        }
        listener.on(new Ended(statistics.summary(now, voice.soundedMillis())));
    }

    /** The messages of the conversation, oldest first. */
    List<Message> messages() {
        return partner.history().messages();
    }
}
