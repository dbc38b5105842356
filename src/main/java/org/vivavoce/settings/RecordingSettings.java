package org.vivavoce.settings;

/**
 * Whether the sound of conversations is kept, to be listened to later.
 *
 * @param permission {@code not-asked}, {@code allowed} or {@code refused}: nothing is kept before the user has said so
 * @param keepDays   for how many days; 0 for ever
 */
public record RecordingSettings(String permission, int keepDays) {

    /** The user was not asked yet. */
    public static final String NOT_ASKED = "not-asked";
    /** The user wants it. */
    public static final String ALLOWED = "allowed";
    /** The user does not. */
    public static final String REFUSED = "refused";

    /** Whether sound is kept. */
    public boolean allowed() {
        return permission.equals(ALLOWED);
    }

    /** Whether the user was asked. */
    public boolean asked() {
        return !permission.equals(NOT_ASKED);
    }

    /** The same with another answer. */
    public RecordingSettings allowing(boolean kept) {
        return new RecordingSettings(kept ? ALLOWED : REFUSED, keepDays);
    }

    /** The same for another number of days; 0 for ever. */
    public RecordingSettings keptFor(int days) {
        return new RecordingSettings(permission, days);
    }
}
