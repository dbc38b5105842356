package org.vivavoce.models;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.vivavoce.ai.Stage;

/**
 * A model in use ends soon, or has ended. A value.
 *
 * @param stage     what it does
 * @param model     its name
 * @param day       the day on which it is shut down
 * @param over      whether that day has come
 * @param successor the model that the provider names to follow it; empty where none is
 */
public record ModelEnd(Stage stage, String model, LocalDate day, boolean over, Optional<String> successor) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** One sentence for the user: what ends when, and what to do. */
    public String sentence() {
        String what = switch (stage) {
            case TRANSCRIPTION -> "Speech recognition by ";
            case CHAT -> "The chat model ";
            case SPEECH -> "The voice ";
        };
        return what + model + (over ? " ended on " : " ends on ") + DAY.format(day) + ": "
                + successor.map(next -> next + " follows it.").orElse("choose another one in the settings.");
    }
}
