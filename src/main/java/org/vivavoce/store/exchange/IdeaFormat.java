package org.vivavoce.store.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vivavoce.store.Idea;
import org.vivavoce.store.Markdown;
import org.vivavoce.store.SessionId;

/** What ideas can be written as: all in one file, in the order they are given. A value; any thread. */
public enum IdeaFormat {
    /** A list by day, to read and to go on writing in. */
    MARKDOWN("Markdown", "md"),
    /** Everything, for other programs. */
    JSON("JSON", "json"),
    /** A list by day without any marks. */
    TEXT("Text", "txt");

    private static final String FORMAT = "viva-voce-ideas";
    private static final int VERSION = 1;

    private final String title;
    private final String ending;

    IdeaFormat(String title, String ending) {
        this.title = title;
        this.ending = ending;
    }

    /** The whole file. */
    private record File(String format, int version, List<Line> ideas) {}

    /** An idea in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Line(String text, String created, @Nullable String session) {}

    /** The format that the ending of a file's name tells; Markdown where it tells none. */
    public static IdeaFormat of(Path file) {
        return FileEnding.told(file, values(), IdeaFormat::ending).orElse(MARKDOWN);
    }

    /**
     * Writes ideas.
     *
     * @param zone of the days, where they are written for people
     */
    public String write(List<Idea> ideas, ZoneId zone) {
        return switch (this) {
            case MARKDOWN -> byDay(ideas, zone, "# Ideas", day -> "## " + day, Markdown::inList);
            case TEXT -> byDay(ideas, zone, "Ideas", day -> day, text -> text.replace("\n", "\n  "));
            case JSON -> json(ideas);
        };
    }

    private static String byDay(List<Idea> ideas, ZoneId zone, String title, UnaryOperator<String> heading,
            UnaryOperator<String> inList) {
        StringBuilder text = new StringBuilder(title).append('\n');
        Optional<LocalDate> day = Optional.empty();
        for (Idea idea : ideas) {
            LocalDate its = LocalDate.ofInstant(idea.created(), zone);
            if (!day.equals(Optional.of(its))) {
                text.append('\n').append(heading.apply(its.toString())).append("\n\n");
                day = Optional.of(its);
            }
            text.append("- ").append(inList.apply(idea.text())).append('\n');
        }
        return text.toString();
    }

    private static String json(List<Idea> ideas) {
        List<Line> lines = ideas.stream()
                .map(idea -> new Line(idea.text(), idea.created().toString(),
                        idea.session().map(SessionId::text).orElse(null)))
                .toList();
        try {
            return new JsonMapper().writer(JsonExport.printer()).writeValueAsString(new File(FORMAT, VERSION, lines))
                    + "\n";
        } catch (JacksonException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }

    /** For the user. */
    public String title() {
        return title;
    }

    /** How names of such files end, without the dot. */
    public String ending() {
        return ending;
    }
}
