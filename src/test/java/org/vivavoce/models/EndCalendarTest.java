package org.vivavoce.models;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vivavoce.ai.Stage;
import org.vivavoce.models.EndCalendar.InUse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EndCalendarTest {

    private static final String OPENAI = "https://api.openai.com/v1";
    private static final EndCalendar.Told NOTHING = (url, model) -> Optional.empty();
    private static final List<InUse> PIPELINE = List.of(new InUse(Stage.TRANSCRIPTION, OPENAI, "whisper-1"),
            new InUse(Stage.CHAT, OPENAI, "gpt-4o-mini"), new InUse(Stage.SPEECH, OPENAI, "gpt-4o-mini-tts"));

    private final EndCalendar calendar = new EndCalendar(ModelCatalog.builtIn());

    private List<String> ending(LocalDate today) {
        return calendar.near(PIPELINE, NOTHING, today).stream().map(ModelEnd::model).toList();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-06,''", "2026-11-07,gpt-4o-mini-tts", "2026-11-14,gpt-4o-mini-tts",
        "2026-11-15,gpt-4o-mini gpt-4o-mini-tts", "2026-12-28,whisper-1 gpt-4o-mini gpt-4o-mini-tts",
        "2028-01-01,whisper-1 gpt-4o-mini gpt-4o-mini-tts"})
    void aModelIsSpokenOfFromSixtyDaysBeforeItsEnd(LocalDate today, String models) {
        assertEquals(models, String.join(" ", ending(today)));
    }

    @Test
    void theSentenceSaysWhatEndsWhenAndWhatFollows() {
        assertEquals(
                "The voice gpt-4o-mini-tts ends on 6 January 2027: gpt-realtime-2.1-mini follows it.",
                calendar.near(PIPELINE, NOTHING, LocalDate.of(2026, 11, 7)).getFirst().sentence());
        ModelEnd over = calendar.near(PIPELINE, NOTHING, LocalDate.of(2027, 1, 6)).getLast();
        assertTrue(over.over());
        assertTrue(over.sentence().contains("ended on 6 January 2027"), over.sentence());
    }

    @Test
    void whatTheServerSaysCountsBeforeWhatIsKnown() {
        LocalDate today = LocalDate.of(2026, 12, 1);
        EndCalendar.Told later = (url, model) -> model.equals("gpt-4o-mini-tts")
                ? Optional.of(LocalDate.of(2027, 6, 1))
                : Optional.empty();

        assertEquals(List.of("gpt-4o-mini"),
                calendar.near(PIPELINE, later, today).stream().map(ModelEnd::model).toList());
    }

    @Test
    void aModelThatIsNotKnownEndsWhenItsServerSaysSo() {
        List<InUse> own = List.of(new InUse(Stage.CHAT, "https://models.example.org/v1", "house-model"));
        LocalDate end = LocalDate.of(2026, 12, 31);

        ModelEnd found = calendar.near(own, (url, model) -> Optional.of(end), LocalDate.of(2026, 12, 1)).getFirst();

        assertEquals(new ModelEnd(Stage.CHAT, "house-model", end, false, Optional.empty()), found);
        assertTrue(found.sentence().endsWith("choose another one in the settings."));
    }

    @Test
    void aModelOfTheSameNameElsewhereDoesNotEnd() {
        List<InUse> local = List.of(new InUse(Stage.TRANSCRIPTION, "http://localhost:8000/v1", "whisper-1"));

        assertEquals(List.of(), calendar.near(local, NOTHING, LocalDate.of(2027, 3, 1)));
    }
}
