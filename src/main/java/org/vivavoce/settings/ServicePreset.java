package org.vivavoce.settings;

/**
 * Three services that go together. Read from {@code assets/services}.
 *
 * @param id           names it on the command line and in the settings
 * @param name         for the screen
 * @param summary      one line for the screen
 * @param needsKey     whether it talks only with a key
 * @param key          name under which its key is kept: presets of one service share one
 * @param hedged       whether a request that is slow may be sent a second time; not to servers that take one at a time
 * @param speechToText the recogniser
 * @param chat         the chat model
 * @param speech       the voice
 */
public record ServicePreset(String id, String name, String summary, boolean needsKey, String key, boolean hedged,
        Settings.Endpoint speechToText, Settings.Endpoint chat, Settings.Endpoint speech) {}
