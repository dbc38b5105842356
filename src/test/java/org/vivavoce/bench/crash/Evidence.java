package org.vivavoce.bench.crash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.vivavoce.ai.Stage;
import org.vivavoce.conversation.TraceEvent;
import org.vivavoce.openai.testing.RequestLog;
import org.vivavoce.openai.testing.SeenRequest;

/**
 * What must be kept of a conversation, by what the server was asked and the program's trace up to the moment it was killed. Used by one
 * thread.
 */
final class Evidence {

    private final List<TraceEvent> trace;
    private final ToLongFunction<TraceEvent> nanosOf;
    private final RequestLog log;
    private final long killedNanos;
    private final Map<Long, Piece> pieces = new TreeMap<>();

    /** A piece of the user's turn. */
    private static final class Piece {
        private final TraceEvent uploaded;
        private Optional<SeenRequest> asked = Optional.empty();
        private Optional<Piece> becamePartOf = Optional.empty();
        private boolean wanted;

        private Piece(TraceEvent uploaded) {
            this.uploaded = uploaded;
            this.wanted = number() > 0; // what sounds over the partner is nothing until it is known to be words
        }

        private long number() {
            return uploaded.number("piece");
        }

        private boolean answeredBefore(long nanos) {
            return asked.filter(request -> request.hasEnded() && request.times().ended() < nanos).isPresent();
        }
    }

    /**
     * Collects it.
     *
     * @param trace       with texts
     * @param nanosOf     when an event happened, by {@link System#nanoTime()}
     * @param killedNanos by the same
     */
    Evidence(List<TraceEvent> trace, ToLongFunction<TraceEvent> nanosOf, RequestLog log, long killedNanos) {
        this.trace = trace;
        this.nanosOf = nanosOf;
        this.log = log;
        this.killedNanos = killedNanos;
        readPieces();
        findRequests();
    }

    /** All of it; whether it is there is not known yet. */
    List<Must> musts() {
        List<Must> musts = new ArrayList<>();
        addPieces(musts);
        addMessages(musts);
        addSentences(musts);
        return musts;
    }

    /** Pieces whose sound need not lie in the folder any more, so long after they were understood or part of something longer. */
    Set<Long> over(double marginMs) {
        long then = killedNanos - Math.round(marginMs * 1e6);
        Set<Long> over = new HashSet<>();
        pieces.forEach((number, piece) -> {
            if (piece.answeredBefore(then)) {
                over.add(number);
            }
        });
        return over;
    }

    /** How many bytes the sound of a piece has. */
    long bytes(long piece) {
        return Optional.ofNullable(pieces.get(piece)).map(found -> found.uploaded.number("bytes")).orElse(-1L);
    }

    private void readPieces() {
        Optional<Piece> last = Optional.empty();
        List<Piece> withdrawn = new ArrayList<>();
        for (TraceEvent event : trace) {
            switch (event.name()) {
                case "upload" -> {
                    Piece piece = new Piece(event);
                    pieces.put(piece.number(), piece);
                    if (piece.number() > 0) {
                        withdrawn.forEach(before -> before.becamePartOf = Optional.of(piece));
                        withdrawn.clear();
                        last = Optional.of(piece);
                    }
                }
                case "speech-resume" -> {
                    if (!event.values().path("piece-finished").asBoolean(true)) {
                        last.ifPresent(withdrawn::add);
                    }
                }
                case "speech-start" -> pieces.values().stream().filter(Evidence::isOverheard)
                        .filter(piece -> isWords(piece, event.index())).forEach(piece -> piece.wanted = true);
                default -> {
                }
            }
        }
    }

    private static boolean isOverheard(Piece piece) {
        return piece.number() < 0;
    }

    private boolean isWords(Piece piece, int before) {
        return trace.subList(0, before).stream().anyMatch(event -> event.is("overheard")
                && event.number("piece") == piece.number() && event.text("found").equals("WORDS"));
    }

    /** A request belongs to the first piece of its length that has none yet. */
    private void findRequests() {
        for (SeenRequest request : log.of(Stage.TRANSCRIPTION)) {
            pieces.values().stream().filter(piece -> piece.asked.isEmpty())
                    .filter(piece -> piece.uploaded.number("bytes") == request.content().audio().length).findFirst()
                    .ifPresent(piece -> piece.asked = Optional.of(request));
        }
    }

    private void addPieces(List<Must> musts) {
        for (Piece piece : pieces.values()) {
            boolean inALongerOne = piece.becamePartOf.filter(longer -> longer.answeredBefore(killedNanos)).isPresent();
            if (!piece.wanted || inALongerOne) {
                continue;
            }
            if (piece.answeredBefore(killedNanos)) {
                SeenRequest request = piece.asked.orElseThrow();
                must(musts, Must.Kind.PIECE, Scripts.mark(request.nth()), request.times().ended());
            } else if (piece.becamePartOf.isEmpty() && !isWithdrawn(piece)) {
                must(musts, Must.Kind.SOUND, Long.toString(piece.number()), nanosOf.applyAsLong(piece.uploaded));
            }
        }
    }

    /** The user went on, and nothing longer was sent yet: its sound is with that which is being said. */
    private boolean isWithdrawn(Piece piece) {
        return trace.subList(piece.uploaded.index(), trace.size()).stream().anyMatch(
                event -> event.is("speech-resume") && !event.values().path("piece-finished").asBoolean(true));
    }

    /** The message that a reply answers which was heard: until then, it may go on. */
    private void addMessages(List<Must> musts) {
        Optional<TraceEvent> said = Optional.empty();
        for (TraceEvent event : trace) {
            if (event.is("user-text")) {
                said = Optional.of(event);
            } else if (event.is("first-sound") && event.values().has("gap")) { // else it answers nothing
                said.ifPresent(message -> must(musts, Must.Kind.MESSAGE, message.text("text"),
                        nanosOf.applyAsLong(message)));
            }
        }
    }

    /** A sentence has sounded to its end when the next one of its reply begins, or the reply ends. */
    private void addSentences(List<Must> musts) {
        Optional<TraceEvent> sounding = Optional.empty();
        for (TraceEvent event : trace) {
            switch (event.name()) {
                case "partner-text", "reply-end" -> {
                    sounding.ifPresent(sentence -> must(musts, Must.Kind.SENTENCE, sentence.text("text"),
                            nanosOf.applyAsLong(event)));
                    sounding = event.is("partner-text") ? Optional.of(event) : Optional.empty();
                }
                case "interrupted", "error" -> sounding = Optional.empty();
                default -> {
                }
            }
        }
    }

    private void must(List<Must> musts, Must.Kind kind, String words, long sinceNanos) {
        musts.add(new Must(kind, words, (killedNanos - sinceNanos) / 1e6, false));
    }
}
