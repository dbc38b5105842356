package org.vivavoce.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Said;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Transcript;
import org.vivavoce.practice.Wording;
import org.vivavoce.session.SessionEvent.Frame;

/** The user's side: what is recorded, the turn it belongs to, and its transcription. Used by the {@code session} thread. */
final class UserSide {

    private static final int LEAST_SAMPLES = 1600; // 100 ms: services refuse less

    private final Ears ears;
    private final ReplyWork work;
    private final SessionStatistics statistics;
    private final TraceLine trace;
    private final Overhearing overhearing;
    private final Dictating dictating;
    private @Nullable UserTurn turn;
    private @Nullable Piece tried; // sent at a soft end; whether it is a piece of its own is not known yet
    private boolean nextInterrupts;
    private long pieces;

    UserSide(Ears ears, ReplyWork work, SessionStatistics statistics, TraceLine trace, Overhearing overhearing,
            Dictating dictating) {
        this.ears = ears;
        this.work = work;
        this.statistics = statistics;
        this.trace = trace;
        this.overhearing = overhearing;
        this.dictating = dictating;
    }

    void hear(Frame frame) {
        ears.hear(frame);
    }

    /** What was heard is dictated, except while it is open whether a piece has ended. */
    void dictate(long lastVoiceAt) {
        if (tried == null) {
            dictating.goOn(lastVoiceAt, turn().map(UserTurn::text).orElse(""));
        }
    }

    /** An utterance begins: a new turn, or the next piece of one that is still open. */
    void beginUtterance(long startedAt) {
        withdrawTry();
        takeOverheard(startedAt);
        dictating.drop();
        ears.begin(startedAt);
        openTurn().begin(startedAt);
        trace.event("speech-start", "at", startedAt);
        work.warm();
    }

    void dropUtterance() {
        withdrawTry();
        dictating.drop();
        ears.drop();
    }

    void cutPiece(boolean atPause) {
        addPiece(atPause ? ears.cut() : ears.cutAtQuietest());
        transcribeAll();
    }

    /** The user fell quiet: what is not sent yet is sent, though the user may go on. */
    void softEnd(long lastVoiceAt) {
        trace.event("soft-end", "last-voice", lastVoiceAt);
        short[] samples = ears.peek(lastVoiceAt);
        if (samples.length >= LEAST_SAMPLES) {
            tried = new Piece(++pieces, samples);
            dictating.end(samples);
            openTurn().add(tried);
            transcribeAll();
        }
    }

    /** The user goes on: what was sent is a piece of its own, or it is sent again with what follows. */
    void resume(boolean pieceFinished) {
        trace.event("speech-resume", "piece-finished", pieceFinished);
        if (pieceFinished) {
            keepTry();
        } else {
            withdrawTry();
        }
    }

    void endTurn(long lastVoiceAt) {
        UserTurn ending = openTurn();
        boolean tryFailed = tried != null && tried.failure().isPresent();
        keepTry();
        addPiece(ears.end(lastVoiceAt));
        ending.end(lastVoiceAt);
        trace.event("end-of-turn", "last-voice", lastVoiceAt);
        if (!tryFailed) { // else it is told now, and sent again when the user wants it or goes on
            transcribeAll();
        }
    }

    private void keepTry() {
        Piece piece = tried;
        if (piece != null) {
            tried = null;
            ears.takePeeked();
            statistics.userSpoke(piece.samples().length);
        }
    }

    private void withdrawTry() {
        Piece piece = tried;
        if (piece != null) {
            tried = null;
            openTurn().withdraw(piece);
            piece.withdraw();
            work.forget(piece.id());
        }
    }

    /** What was overheard before stands at the beginning. */
    private void takeOverheard(long startedAt) {
        for (Piece piece : overhearing.takeBefore(startedAt)) {
            openTurn().add(piece);
            statistics.userSpoke(piece.samples().length);
        }
    }

    void type(String text) {
        takeOverheard(Long.MAX_VALUE);
        UserTurn typed = openTurn();
        typed.addTyped(text);
        transcribeAll();
    }

    /** The turn that waits for its answer, or is going on. */
    Optional<UserTurn> turn() {
        return Optional.ofNullable(turn);
    }

    /** The turn is dealt with; what of it could not be transcribed waits to be sent again. */
    void closeTurn() {
        List<Piece> left = turn().map(UserTurn::untranscribed).orElse(List.of());
        turn = null;
        if (!left.isEmpty()) {
            turn = new UserTurn();
            left.forEach(turn::add);
        }
    }

    /** The next turn breaks into what the partner said. */
    void nextInterrupts() {
        nextInterrupts = true;
    }

    /** What was understood of a piece; nothing where the recogniser has most likely invented it. */
    String believed(long piece, Transcript transcript, Wording wording) {
        SoundAmount sound = turn().flatMap(open -> open.piece(piece)).map(found -> SoundAmount.of(found.samples()))
                .orElse(null);
        if (sound != null && !transcript.text().isEmpty()
                && Said.isNothing(transcript, sound.loudMillis(), sound.peakDbfs(), wording)) {
            trace.event("invented", "piece", piece, "loud", sound.loudMillis());
            return "";
        }
        return transcript.text();
    }

    void transcribed(long piece, String text) {
        turn().ifPresent(open -> open.transcribed(piece, text));
    }

    /** A piece could not be transcribed; false when nobody waits for it any more. */
    boolean failed(long piece, ServiceException failure) {
        return turn().filter(open -> open.failed(piece, failure)).isPresent();
    }

    /** What an earlier sitting left is the beginning of the turn; it is not sent yet. */
    void takeUp(List<KeptUtterance> unheard) {
        for (KeptUtterance utterance : unheard) {
            pieces = Math.max(pieces, utterance.piece());
            openTurn().add(new Piece(utterance.piece(), utterance.samples()));
        }
    }

    /** Whether there are pieces that could not be transcribed. */
    boolean hasUntranscribed() {
        return turn().filter(open -> !open.untranscribed().isEmpty()).isPresent();
    }

    /** Sends again what could not be transcribed. */
    void transcribeAll() {
        UserTurn open = openTurn();
        for (Piece piece : open.untranscribed()) {
            work.transcribe(piece.order(open.textBefore(piece)), piece.cancellation());
        }
    }

    void cancel() {
        dictating.drop();
        overhearing.cancel();
        turn().ifPresent(UserTurn::cancel);
    }

    private void addPiece(short[] samples) {
        if (samples.length >= LEAST_SAMPLES) {
            dictating.end(samples);
            openTurn().add(new Piece(++pieces, samples));
            statistics.userSpoke(samples.length);
        } else {
            dictating.drop();
        }
    }

    private UserTurn openTurn() {
        UserTurn open = turn;
        if (open == null) {
            open = new UserTurn();
            turn = open;
        }
        if (nextInterrupts) {
            nextInterrupts = false;
            open.markInterrupting();
        }
        return open;
    }
}
