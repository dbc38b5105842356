package org.vivavoce.ui.settings;

/** The parts of the settings. */
public enum SettingsTab {
    /** Services and keys. */
    SERVICE,
    /** Microphone and loudspeaker. */
    SOUND,
    /** How the floor passes. */
    TURN_TAKING,
    /** How the window looks. */
    APPEARANCE,
    /** What leaves this computer. */
    PRIVACY,
    /** What the partner is given to know. */
    NOTES
}
