package org.vivavoce.settings;

/**
 * Three services that go together. Read from {@code assets/services}.
 *
 * @param id           names it on the command line and in the settings
 * @param name         for the screen
 * @param summary      one line for the screen
 * @param needsKey     whether it talks only with a key
 * @param speechToText the recogniser
 * @param chat         the chat model
 * @param speech       the voice
 */
public record ServicePreset(String id, String name, String summary, boolean needsKey, Settings.Endpoint speechToText,
        Settings.Endpoint chat, Settings.Endpoint speech) {}
