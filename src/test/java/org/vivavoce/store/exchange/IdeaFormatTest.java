package org.vivavoce.store.exchange;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.store.Idea;
import org.vivavoce.store.SessionId;

import static org.junit.jupiter.api.Assertions.assertEquals;

class IdeaFormatTest {

    private static final SessionId SESSION = new SessionId("0190a0b0-0000-7000-8000-000000000001");
    private static final List<Idea> IDEAS = List.of(
            new Idea(3, Optional.empty(), "- Barbara", Instant.parse("2026-11-22T00:30:00Z")),
            new Idea(2, Optional.of(SESSION), "# *Grace* <b>\n1. next_line", Instant.parse("2026-11-21T18:00:01Z")),
            new Idea(1, Optional.of(SESSION), "Ada", Instant.parse("2026-11-21T18:00:00Z")));

    @Test
    void markdownShowsThemAsTheyStandByDay() {
        assertEquals("""
                # Ideas

                ## 2026-11-22

                - \\- Barbara

                ## 2026-11-21

                - \\# \\*Grace\\* \\<b\\>
                  1\\. next\\_line
                - Ada
                """, IdeaFormat.MARKDOWN.write(IDEAS, ZoneOffset.UTC));
    }

    @Test
    void textHasNoMarksAndTheDayIsTheUsers() {
        assertEquals("""
                Ideas

                2026-11-21

                - - Barbara
                - # *Grace* <b>
                  1. next_line
                - Ada
                """, IdeaFormat.TEXT.write(IDEAS, ZoneId.of("America/New_York")));
    }

    @Test
    void jsonHasEverything() {
        assertEquals("""
                {
                  "format" : "viva-voce-ideas",
                  "version" : 1,
                  "ideas" : [
                    {
                      "text" : "- Barbara",
                      "created" : "2026-11-22T00:30:00Z"
                    },
                    {
                      "text" : "Ada",
                      "created" : "2026-11-21T18:00:00Z",
                      "session" : "0190a0b0-0000-7000-8000-000000000001"
                    }
                  ]
                }
                """, IdeaFormat.JSON.write(List.of(IDEAS.getFirst(), IDEAS.getLast()), ZoneOffset.UTC));
    }

    @Test
    void theEndingOfTheNameTellsTheFormat() {
        assertEquals(IdeaFormat.JSON, IdeaFormat.of(Path.of("Ideas.JSON")));
        assertEquals(IdeaFormat.TEXT, IdeaFormat.of(Path.of("ideas.txt")));
        assertEquals(IdeaFormat.MARKDOWN, IdeaFormat.of(Path.of("ideas")));
    }
}
