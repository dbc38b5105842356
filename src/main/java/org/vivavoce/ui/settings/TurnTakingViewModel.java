package org.vivavoce.ui.settings;

import java.util.List;
import org.vivavoce.practice.Mode;
import org.vivavoce.settings.Settings.TurnTakingSettings;
import org.vivavoce.ui.common.SettingsModel;

/** The settings of turn-taking. JavaFX thread. */
public final class TurnTakingViewModel {

    /** Times are set in steps of this many milliseconds. */
    public static final int STEP_MS = 100;

    private final SettingsModel settings;
    private final List<Mode> modes;

    /** Shows what holds. */
    public TurnTakingViewModel(SettingsModel settings, List<Mode> modes) {
        this.settings = settings;
        this.modes = modes;
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
        change(new TurnTakingSettings(preset, now().holdMs(), now().bargeIn(), now().silencePrompts()));
    }

    /** Whether speaking over the partner stops it. */
    public void setBargeIn(boolean on) {
        change(new TurnTakingSettings(now().preset(), now().holdMs(), on, now().silencePrompts()));
    }

    /** Whether the partner asks after long silence. */
    public void setSilencePrompts(boolean on) {
        change(new TurnTakingSettings(now().preset(), now().holdMs(), now().bargeIn(), on));
    }

    private void change(TurnTakingSettings changed) {
        settings.change(now -> now.withTurnTaking(changed));
    }
}
