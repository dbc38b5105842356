package org.vivavoce.practice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A kind of practice, as data. Read from {@code assets/modes} and from the user's own folder.
 *
 * @param id                   names the mode on the command line and in file names
 * @param name                 for the screen
 * @param summary              one line for the screen
 * @param accent               accent colour, {@code #rrggbb}
 * @param voice                the voice at the speech service
 * @param alternateVoice       the second choice, where the service has not that voice
 * @param speakingInstructions how the voice speaks; may hold placeholders
 * @param systemPrompt         may hold {@code {persona} {role} {language} {language_native}}
 * @param temperature          0 to 2
 * @param maxTokens            upper bound of a reply
 * @param holdMs               milliseconds of silence before the reply may sound
 * @param silencePromptAfterMs milliseconds without speech after which the partner asks gently
 * @param silencePrompt        what the model is told then
 * @param opening              the line the partner begins with; may be {@code {greeting}}
 * @param asksLanguage         whether the user chooses a language
 * @param spokenLanguage       ISO 639-1 code of what the user speaks where no language is chosen; empty to let the recogniser find
 *                             out
 * @param cues                 words the user may say, shown as a hint
 * @param keywords             words that are likely to be said and easily misheard, for recognisers that take such a list
 * @param tools                names of the tools the partner may call
 * @param persona              whom the partner plays
 */
public record Mode(@JsonProperty(required = true) String id, @JsonProperty(required = true) String name, String summary,
        String accent,
        @JsonProperty(required = true) String voice, String alternateVoice, String speakingInstructions,
        @JsonProperty(required = true) String systemPrompt, double temperature, int maxTokens, int holdMs,
        int silencePromptAfterMs,
        String silencePrompt, @JsonProperty(required = true) String opening, boolean asksLanguage,
        String spokenLanguage, List<String> cues,
        List<String> keywords, List<String> tools,
        @JsonProperty(required = true) Persona persona) {

    /** The same, where the chat model is told something more. */
    public Mode knowing(String more) {
        return new Mode(id, name, summary, accent, voice, alternateVoice, speakingInstructions,
                systemPrompt + "\n\n" + more, temperature, maxTokens, holdMs, silencePromptAfterMs, silencePrompt,
                opening, asksLanguage, spokenLanguage, cues, keywords, tools, persona);
    }

    /** Silence before the reply may sound. */
    public Duration hold() {
        return Duration.ofMillis(holdMs);
    }

    /** The system prompt for a language. */
    public String systemPromptFor(Language language) {
        return fill(systemPrompt, language);
    }

    /** The speaking instructions for a language. */
    public String speakingInstructionsFor(Language language) {
        return fill(speakingInstructions, language);
    }

    /** The opening line for a language. */
    public String openingFor(Language language) {
        return fill(opening, language);
    }

    /** What the recogniser is told of the language that is spoken; empty to let it find out. */
    public Optional<String> recogniserLanguage(Language language) {
        return asksLanguage
                ? Optional.of(language.code())
                : Optional.of(spokenLanguage).filter(code -> !code.isEmpty());
    }

    private String fill(String template, Language language) {
        return template.replace("{persona}", persona.name()).replace("{role}", persona.role())
                .replace("{language}", language.name())
                .replace("{language_native}", language.nativeName()).replace("{greeting}", language.greeting());
    }
}
