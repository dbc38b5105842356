package org.vivavoce.ai;

/**
 * A voice the service does not have, and the one that speaks instead. A value.
 *
 * @param wanted what was asked for
 * @param used   what is heard
 */
public record ReplacedVoice(String wanted, String used) {

    /** One sentence for the user. */
    public String sentence() {
        return "This service has no voice \"" + wanted + "\": \"" + used + "\" speaks instead.";
    }
}
