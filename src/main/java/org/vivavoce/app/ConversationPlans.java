package org.vivavoce.app;

import java.util.List;
import org.vivavoce.notes.Notes;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Mode;
import org.vivavoce.practice.Wording;
import org.vivavoce.session.ConversationPlan;
import org.vivavoce.settings.LearnedHolds;
import org.vivavoce.settings.Settings;
import org.vivavoce.settings.Settings.TurnTakingSettings;
import org.vivavoce.store.StoredSession;
import org.vivavoce.turn.TurnValues;

/** Makes the plan of a conversation of the settings and of what was learned of the user's pauses. Any thread. */
final class ConversationPlans {

    private static final double LEAST_OF_SLIDER = 0.6; // what is learned stays near what the user has set
    private static final double MOST_OF_SLIDER = 2;

    private final LanguageCatalog languages;
    private final LearnedHolds learned;

    ConversationPlans(LanguageCatalog languages, LearnedHolds learned) {
        this.languages = languages;
        this.learned = learned;
    }

    static boolean isClassic(TurnTakingSettings turns) {
        return turns.preset().equals("classic");
    }

    /**
     * The plan.
     *
     * @param patient whether the services may take minutes
     * @param notes   what the user gave the partner to know
     */
    ConversationPlan of(ConversationMaker.Wish wish, TurnTakingSettings turns, boolean patient, Notes notes) {
        Mode mode = GivenNotes.in(wish.mode(), notes);
        Language language = wish.language();
        boolean classic = isClassic(turns);
        int promptAfterMs = turns.silencePrompts() ? mode.silencePromptAfterMs() : 0;
        TurnValues values = classic
                ? TurnValues.classic(promptAfterMs)
                : adaptive(mode, language, turns, promptAfterMs);
        return new ConversationPlan(mode, language, wording(language), mode.recogniserLanguage(language),
                values.withBargeIn(turns.bargeIn()), classic, wish.opening(), patient,
                wish.earlier().map(StoredSession::history).orElse(List.of()), List.of());
    }

    private TurnValues adaptive(Mode mode, Language language, TurnTakingSettings turns, int promptAfterMs) {
        int sliderMs = turns.holdMs().getOrDefault(mode.id(), mode.holdMs());
        if (!turns.adaptToPauses()) {
            return TurnValues.adaptive(sliderMs, promptAfterMs);
        }
        int longestMs = mode.asksLanguage()
                ? Settings.TurnTakingSettings.MAX_LANGUAGE_HOLD_MS
                : Settings.TurnTakingSettings.MAX_HOLD_MS;
        int leastMs = Math.max(Settings.TurnTakingSettings.MIN_HOLD_MS, (int) (LEAST_OF_SLIDER * sliderMs));
        int mostMs = Math.min(longestMs, (int) (MOST_OF_SLIDER * sliderMs));
        int startMs = Math.clamp(learned.holdMs(mode.id(), language.code()).orElse(sliderMs), leastMs,
                Math.max(leastMs, mostMs));
        return TurnValues.adaptive(startMs, promptAfterMs).learning(leastMs, mostMs);
    }

    /** Who practises a language falls back to English; who chats in English may chat in the language chosen. */
    private Wording wording(Language language) {
        Language english = languages.english();
        return new Wording(language.equals(english) ? List.of(english) : List.of(language, english));
    }
}
