package org.vivavoce.ui.talk;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What the partner says, for the eyes: nothing by default, the last sentence while the user peeks, every sentence where captions are on,
 * which they are by themselves when there is no loudspeaker. Then all sentences of a turn stand together, because reading is the only way
 * to follow. JavaFX thread.
 */
public final class Captions {

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper peeking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private final Consumer<Boolean> remember;
    private final StringBuilder turn = new StringBuilder();
    private boolean wanted;
    private boolean audible = true;
    private boolean newTurn;

    /**
     * Nothing has been said yet.
     *
     * @param wanted   whether the user has captions on
     * @param remember is told when the user changes that
     */
    public Captions(boolean wanted, Consumer<Boolean> remember) {
        this.wanted = wanted;
        this.remember = remember;
        on.set(wanted);
        shown.bind(Bindings.when(on.or(peeking)).then(text).otherwise(""));
    }

    /** Whether every sentence is shown. */
    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** Whether the user peeks. */
    public ReadOnlyBooleanProperty peekingProperty() {
        return peeking.getReadOnlyProperty();
    }

    /** What is shown; empty for nothing. */
    public ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Switches captions on or off, and remembers it. */
    public void toggle() {
        wanted = !on.get();
        on.set(wanted);
        remember.accept(wanted);
    }

    /** Shows the last sentence for as long as it is pressed. */
    public void peek(boolean pressed) {
        peeking.set(pressed);
    }

    void said(String sentence) {
        if (newTurn) {
            turn.setLength(0);
            newTurn = false;
        }
        turn.append(turn.isEmpty() ? "" : " ").append(sentence);
        text.set(audible ? sentence : turn.toString());
    }

    void turnEnded() {
        newTurn = true;
    }

    /** Without a loudspeaker captions are the only way to follow; with one the user's wish holds again. */
    void loudspeaker(boolean there) {
        audible = there;
        on.set(wanted || !there);
    }
}
