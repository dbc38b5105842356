package org.vivavoce.ui.settings;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.vivavoce.practice.Mode;
import org.vivavoce.settings.LearnedHolds;
import org.vivavoce.settings.Settings.TurnTakingSettings;
import org.vivavoce.ui.common.SettingsModel;

/** The settings of turn-taking. JavaFX thread. */
public final class TurnTakingViewModel {

    /** Times are set in steps of this many milliseconds. */
    public static final int STEP_MS = 100;

    private final SettingsModel settings;
    private final List<Mode> modes;
    private final LearnedHolds learned;
    private final ReadOnlyBooleanWrapper somethingLearned = new ReadOnlyBooleanWrapper();

    /**
     * Shows what holds.
     *
     * @param learned what was learned of the user's pauses
     */
    public TurnTakingViewModel(SettingsModel settings, List<Mode> modes, LearnedHolds learned) {
        this.settings = settings;
        this.modes = modes;
        this.learned = learned;
        somethingLearned.set(!learned.isEmpty());
    }

    /** What holds now. */
    public TurnTakingSettings now() {
        return settings.now().turnTaking();
    }

    /** The modes that have a hold. */
    public List<Mode> modes() {
        return modes;
    }

    /** The silence before a reply in a mode, in milliseconds. */
    public int holdMs(Mode mode) {
        return Math.clamp(now().holdMs().getOrDefault(mode.id(), mode.holdMs()), TurnTakingSettings.MIN_HOLD_MS,
                maxHoldMs(mode));
    }

    /** The longest silence that can be set for a mode, in milliseconds. */
    public int maxHoldMs(Mode mode) {
        return mode.asksLanguage() ? TurnTakingSettings.MAX_LANGUAGE_HOLD_MS : TurnTakingSettings.MAX_HOLD_MS;
    }

    /** Sets the silence before a reply in a mode, in milliseconds. */
    public void setHoldMs(Mode mode, double milliseconds) {
        int rounded = (int) (Math.round(milliseconds / STEP_MS) * STEP_MS);
        if (rounded != holdMs(mode)) {
            change(now().withHold(mode.id(), Math.clamp(rounded, TurnTakingSettings.MIN_HOLD_MS, maxHoldMs(mode))));
        }
    }

    /** Uses {@code adaptive} or {@code classic}. */
    public void choose(String preset) {
        change(now().withPreset(preset));
    }

    /** Whether speaking over the partner stops it. */
    public void setBargeIn(boolean on) {
        change(now().withBargeIn(on));
    }

    /** Whether the partner asks after long silence. */
    public void setSilencePrompts(boolean on) {
        change(now().withSilencePrompts(on));
    }

    /** Whether the silence before a reply is learned from the user's pauses. */
    public void setAdaptToPauses(boolean on) {
        change(now().withAdaptToPauses(on));
    }

    /** Whether there is anything to forget. */
    public ReadOnlyBooleanProperty somethingLearnedProperty() {
        return somethingLearned.getReadOnlyProperty();
    }

    /** Forgets what was learned of the user's pauses. */
    public void forgetLearned() {
        learned.forget();
        somethingLearned.set(false);
    }

    private void change(TurnTakingSettings changed) {
        settings.change(now -> now.withTurnTaking(changed));
    }
}
