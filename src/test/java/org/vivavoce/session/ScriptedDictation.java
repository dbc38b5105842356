package org.vivavoce.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vivavoce.ai.Dictation;
import org.vivavoce.ai.SpeechHints;

/** Writes down what is dictated. */
final class ScriptedDictation implements Dictation {

    /**
     * A piece that was dictated.
     *
     * @param samples of all of it
     * @param before  how many of them were there before it ended
     * @param follows whether those were its beginning
     */
    record Dictated(short[] samples, int before, boolean follows) {}

    private final List<SpeechHints> begun = new ArrayList<>();
    private final List<Dictated> pieces = new ArrayList<>();
    private short[] added = new short[1 << 16]; // grows
    private int length;
    private boolean open;
    private int dropped;

    @Override
    public void begin(SpeechHints hints) {
        if (open) {
            throw new IllegalStateException("a piece was neither ended nor dropped");
        }
        open = true;
        begun.add(hints);
    }

    @Override
    public void add(short[] samples) {
        if (length + samples.length > added.length) {
            added = Arrays.copyOf(added, 2 * (length + samples.length));
        }
        System.arraycopy(samples, 0, added, length, samples.length);
        length += samples.length;
    }

    @Override
    public void end(short[] piece) {
        boolean follows = length <= piece.length && Arrays.equals(added, 0, length, piece, 0, length);
        pieces.add(new Dictated(piece, length, follows));
        close();
    }

    @Override
    public void drop() {
        dropped++;
        close();
    }

    private void close() {
        length = 0;
        open = false;
    }

    /** The hints of each piece that was begun. */
    List<SpeechHints> begun() {
        return begun;
    }

    List<Dictated> pieces() {
        return pieces;
    }

    /** What was added of the piece that is open. */
    short[] added() {
        return Arrays.copyOf(added, length);
    }

    int dropped() {
        return dropped;
    }
}
