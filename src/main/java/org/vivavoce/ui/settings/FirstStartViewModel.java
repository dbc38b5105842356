package org.vivavoce.ui.settings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The three steps of the first start. JavaFX thread. */
public final class FirstStartViewModel {

    /** A step. */
    public enum Step {
        /** Microphone and loudspeaker. */
        SOUND(1),
        /** The service or the built-in partner. */
        SERVICE(2),
        /** Where data lies. */
        DATA(3);

        private final int number;

        Step(int number) {
            this.number = number;
        }

        /** Which step it is, from 1. */
        public int number() {
            return number;
        }
    }

    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.SOUND);
    private final SettingsViewModel settings;
    private final Runnable finished;

    /** Begins with the first step; {@code finished} is told after the last one. */
    public FirstStartViewModel(SettingsViewModel settings, Runnable finished) {
        this.settings = settings;
        this.finished = finished;
    }

    /** The step that is shown. */
    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** The settings that the steps show. */
    public SettingsViewModel settings() {
        return settings;
    }

    /** Goes on, whether the step was done or skipped. */
    public void next() {
        switch (step.get()) {
            case SOUND -> step.set(Step.SERVICE);
            case SERVICE -> step.set(Step.DATA);
            case DATA -> finish();
        }
    }

    /** Goes back. */
    public void back() {
        step.set(step.get() == Step.DATA ? Step.SERVICE : Step.SOUND);
    }

    /** Leaves all steps: the settings are kept as they are, so that the next start is no first start. */
    public void finish() {
        settings.settings().keep();
        finished.run();
    }
}
