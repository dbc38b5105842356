package org.vivavoce.session;

import java.util.List;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.turn.TurnEvent;
import org.vivavoce.turn.TurnState;

/**
 * The partner's turn from its first written sentence to the last that sounded: what is told of it and when, and how it ends. Used by the
 * {@code session} thread.
 */
final class PartnerTurn {

    private final PartnerSide partner;
    private final UserSide user;
    private final PartnerVoice voice;
    private final Telling telling;
    private final ThinkingAloud aloud;
    private final Floor floor;

    PartnerTurn(PartnerSide partner, UserSide user, PartnerVoice voice, Telling telling, ThinkingAloud aloud,
            Floor floor) {
        this.partner = partner;
        this.user = user;
        this.voice = voice;
        this.telling = telling;
        this.aloud = aloud;
        this.floor = floor;
    }

    void sentenceIsReady(SessionEvent.SentenceReady ready) {
        partner.current(ready.reply()).ifPresent(reply -> {
            reply.add(ready.text());
            if (!voice.available() && floor.mayReplySound()) {
                show(reply, ready.index());
            }
        });
    }

    void isWritten(SessionEvent.ReplyWritten written) {
        partner.current(written.reply()).ifPresent(reply -> {
            reply.isWritten();
            telling.written(written.completion());
        });
    }

    void fails(long id, ServiceException failure) {
        partner.current(id).ifPresent(reply -> reply.fail(failure));
    }

    void sentenceSounds(long id, int index) {
        partner.current(id).ifPresent(reply -> says(reply, reply.begins(index)));
    }

    void hasSounded(long id) {
        partner.current(id).ifPresent(this::over);
    }

    void maySound() {
        partner.current().ifPresent(reply -> {
            voice.release(reply.id());
            reply.certainty().becomes();
            if (!voice.available() && !reply.unspoken().isEmpty()) {
                show(reply, reply.sentences().size() - 1);
            }
        });
    }

    void mustWait() {
        partner.current().ifPresent(reply -> voice.hold(reply.id()));
    }

    /** What cannot sound any more is shown. */
    void loudspeakerIsGone() {
        partner.current().filter(reply -> !reply.unspoken().isEmpty()).filter(reply -> floor.mayReplySound())
                .ifPresent(reply -> show(reply, reply.sentences().size() - 1));
    }

    /** Time passes in which the user waits for an answer, or not. */
    void thinkAloud() {
        boolean asked = user.turn().isPresent() || partner.current().filter(Reply::isAnswer).isPresent();
        boolean waiting = asked && floor.state() == TurnState.THINKING && floor.mayReplySound();
        aloud.weigh(waiting, floor.now()).ifPresent(aside -> {
            telling.aside(aside, floor.now());
            floor.act(new TurnEvent.PartnerSoundsAside(
                    floor.now() + aside.millis() + JustSpoken.ECHO_LASTS_MS));
        });
    }

    /** The user broke in, or stopped the partner. */
    void interrupt() {
        Reply reply = partner.current().orElse(null);
        boolean sounded = reply != null && reply.hasBegun();
        partner.interrupt();
        telling.silenced(floor.now());
        if (reply == null) {
            return; // stopped while being transcribed: the turn stands before what comes next
        }
        telling.interrupted(reply, sounded);
        answered(reply);
        if (sounded) {
            user.nextInterrupts();
            telling.partnerTurnEnded(reply);
        }
    }

    /** Nothing has moved for too long. */
    void giveUp() {
        partner.current().ifPresent(reply -> {
            reply.fail(new ServiceException.TimedOut(Stage.CHAT, null));
            reply.cancellation().cancel();
            voice.interrupt();
            over(reply);
        });
    }

    /** Shows what will not sound. What is spoken again was told before. */
    private void show(Reply reply, int index) {
        if (reply.kind() != Reply.Kind.SPOKEN_AGAIN) {
            says(reply, reply.isShown(index));
        }
    }

    private void says(Reply reply, List<String> sentences) {
        if (reply.isFirstTold()) {
            firstSound(reply);
        }
        telling.partnerSays(sentences, floor.now());
        floor.act(new TurnEvent.PartnerSounds());
    }

    private void firstSound(Reply reply) {
        telling.firstSound(reply, user.turn().map(UserTurn::lastVoiceAt).orElse(-1L), floor.now());
        if (reply.isAnswer()) {
            aloud.answered(floor.now());
        }
        answered(reply);
        if (!user.hasUntranscribed()) {
            telling.servicesWork();
        }
    }

    /** The user's turn is dealt with: its message is in the history. One that waits to be transcribed outlives a gentle prompt. */
    private void answered(Reply reply) {
        if (reply.kind() == Reply.Kind.ANSWER) {
            user.turn().ifPresent(partner.sound()::user);
            user.closeTurn();
        }
    }

    private void over(Reply reply) {
        partner.finish(reply);
        telling.ended(reply);
        ServiceException failure = reply.failure().orElse(null);
        if (failure == null) {
            if (!reply.unspoken().isEmpty()) {
                show(reply, reply.sentences().size() - 1); // what never sounded, for whatever reason
            }
            telling.partnerTurnEnded(reply);
            floor.act(new TurnEvent.PartnerFinished());
            return;
        }
        telling.failed(failure);
        answered(reply); // trying again answers it from the history
        if (reply.kind() != Reply.Kind.SPOKEN_AGAIN) {
            telling.partnerIsLeftUnheard(reply.unspoken());
        }
        if (reply.hasBegun()) {
            telling.brokenOff(failure);
        } else {
            telling.unanswered(failure, floor.now());
        }
        floor.act(new TurnEvent.TurnFailed());
    }
}
