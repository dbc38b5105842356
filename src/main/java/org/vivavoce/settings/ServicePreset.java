package org.vivavoce.settings;

/**
 * Three services that go together. Read from {@code assets/services}.
 *
 * @param id           names it on the command line and in the settings
 * @param name         for the screen
 * @param summary      one line for the screen
 * @param needsKey     whether it talks only with a key
 * @param key          name under which its key is kept: presets of one service share one
 * @param ownServers   whether these are servers of the user's own: each may be another one, with a key of its own, and may take minutes
 *                     to load a model when it is first asked
 * @param hedged       whether a request that is slow may be sent a second time; not to servers that take one at a time
 * @param speechToText the recogniser
 * @param chat         the chat model
 * @param speech       the voice
 */
public record ServicePreset(String id, String name, String summary, boolean needsKey, String key,
        boolean ownServers, boolean hedged, Settings.Endpoint speechToText, Settings.Endpoint chat,
        Settings.Endpoint speech) {

    /** Names under which the keys are kept. */
    public KeyNames keyNames() {
        return ownServers
                ? new KeyNames(key + "-speech-to-text", key + "-chat", key + "-speech")
                : new KeyNames(key, key, key);
    }

    /**
     * Names under which keys are kept.
     *
     * @param speechToText the recogniser's
     * @param chat         the chat model's
     * @param speech       the voice's
     */
    public record KeyNames(String speechToText, String chat, String speech) {}
}
