package org.vivavoce.openai.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What the server does over its sockets, beside speaking and transcribing. Thread-safe; may be changed while it runs. */
public final class RealtimeScript {

    // everything is guarded by this
    private final Deque<Fault> handshakes = new ArrayDeque<>();
    private final Deque<RealtimeFault> sentences = new ArrayDeque<>();
    private final Deque<PieceFault> pieces = new ArrayDeque<>();
    private Optional<Fault> standingRefusal = Optional.empty();
    private Optional<RealtimeFault> standingFault = Optional.empty();
    private Set<String> voices = Set.of("alloy", "ash", "ballad", "cedar", "coral", "echo", "marin", "sage", "shimmer",
            "verse");
    private Set<String> refusedFields = Set.of();
    private UnaryOperator<String> wording = UnaryOperator.identity();
    private boolean oneAtATime;
    private boolean previewNames;

    /** The next handshake is refused, stalled or cut; several queue up. */
    public synchronized void refuse(Fault fault) {
        handshakes.add(fault);
    }

    /** The next sentence goes wrong; several queue up. */
    public synchronized void fail(RealtimeFault fault) {
        sentences.add(fault);
    }

    /** The same for a kind that needs no more. */
    public void fail(RealtimeFault.Kind kind) {
        fail(RealtimeFault.of(kind));
    }

    /** The next piece of speech goes wrong; several queue up. */
    public synchronized void fail(PieceFault fault) {
        pieces.add(fault);
    }

    /** The same for a kind that needs no more. */
    public void fail(PieceFault.Kind kind) {
        fail(PieceFault.of(kind));
    }

    /** Every handshake is refused, stalled or cut until {@link #heal}. */
    public synchronized void refuseAlways(Fault fault) {
        standingRefusal = Optional.of(fault);
    }

    /** Every sentence goes wrong until {@link #heal}. */
    public synchronized void failAlways(RealtimeFault fault) {
        standingFault = Optional.of(fault);
    }

    /** Nothing goes wrong any more. */
    public synchronized void heal() {
        handshakes.clear();
        sentences.clear();
        pieces.clear();
        standingRefusal = Optional.empty();
        standingFault = Optional.empty();
    }

    /** The only voices there are. */
    public synchronized void voices(String... names) {
        voices = Set.of(names);
    }

    /** Fields of a session that are refused by name. */
    public synchronized void refuseFields(String... names) {
        refusedFields = Set.of(names);
    }

    /** What is said instead of what was asked for. */
    public synchronized void wording(UnaryOperator<String> instead) {
        wording = instead;
    }

    /** A second response while one is under way is refused. */
    public synchronized void oneAtATime() {
        oneAtATime = true;
    }

    /** The server uses the event names of the preview and does not repeat metadata, as others do that follow it. */
    public synchronized void previewNames() {
        previewNames = true;
    }

    synchronized Optional<Fault> nextHandshake() {
        return Optional.ofNullable(handshakes.poll()).or(() -> standingRefusal);
    }

    synchronized Optional<RealtimeFault> nextSentence() {
        return Optional.ofNullable(sentences.poll()).or(() -> standingFault);
    }

    synchronized Optional<PieceFault> nextPiece() {
        return Optional.ofNullable(pieces.poll());
    }

    synchronized Set<String> voices() {
        return voices;
    }

    synchronized Set<String> refusedFields() {
        return refusedFields;
    }

    synchronized String worded(String text) {
        return wording.apply(text);
    }

    synchronized boolean isOneAtATime() {
        return oneAtATime;
    }

    synchronized boolean hasPreviewNames() {
        return previewNames;
    }
}
