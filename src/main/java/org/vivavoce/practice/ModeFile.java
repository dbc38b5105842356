package org.vivavoce.practice;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads one mode from the text of its file and checks every value. One thread. */
final class ModeFile {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /** What a mode of the user's own need not say: as the interview has it, without its words. */
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(Map.entry("summary", ""),
            Map.entry("accent", "#2a78c8"),
            Map.entry("alternate_voice", ""), Map.entry("speaking_instructions", ""), Map.entry("temperature", 0.9),
            Map.entry("max_tokens", 300), Map.entry("hold_ms", 1000), Map.entry("silence_prompt_after_ms", 10_000),
            Map.entry("silence_prompt",
                    "The other person has said nothing for a while. Say one short, friendly sentence to help them go on."),
            Map.entry("asks_language", false), Map.entry("spoken_language", ""), Map.entry("cues", List.of()),
            Map.entry("keywords", List.of()), Map.entry("tools", List.of()));

    private ModeFile() {}

    static Mode parse(String fileName, String text) throws UnreadableFileException {
        TomlText toml = new TomlText(fileName, text);
        Mode mode = toml.as(Mode.class, DEFAULTS);
        if (!ID.matcher(mode.id()).matches()) {
            throw toml.problem("id", "id must be 1 to 40 of a–z, 0–9, - and _, beginning with a letter or digit.");
        }
        toml.requireText("name", mode.name());
        toml.requireText("voice", mode.voice());
        toml.requireText("system_prompt", mode.systemPrompt());
        toml.requireText("opening", mode.opening());
        toml.requireText("persona.name", mode.persona().name());
        if (!COLOUR.matcher(mode.accent()).matches()) {
            throw toml.problem("accent", "accent must be a colour such as \"#2a78c8\".");
        }
        toml.requireRange("temperature", mode.temperature(), 0, 2);
        toml.requireRange("max_tokens", mode.maxTokens(), 1, 4096);
        toml.requireRange("hold_ms", mode.holdMs(), 300, 6000);
        toml.requireRange("silence_prompt_after_ms", mode.silencePromptAfterMs(), 3000, 120_000);
        return mode.alternateVoice().isBlank() ? withAlternateVoice(mode) : mode;
    }

    /** A mode that names one voice has it for its second choice as well. */
    private static Mode withAlternateVoice(Mode mode) {
        return new Mode(mode.id(), mode.name(), mode.summary(), mode.accent(), mode.voice(), mode.voice(),
                mode.speakingInstructions(), mode.systemPrompt(), mode.temperature(), mode.maxTokens(), mode.holdMs(),
                mode.silencePromptAfterMs(), mode.silencePrompt(), mode.opening(), mode.asksLanguage(),
                mode.spokenLanguage(), mode.cues(), mode.keywords(),
                mode.tools(),
                mode.persona());
    }
}
