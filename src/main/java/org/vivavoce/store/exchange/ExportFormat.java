package org.vivavoce.store.exchange;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vivavoce.store.StoredSession;

/** What a conversation can be written as. A value; any thread. */
public enum ExportFormat {
    /** Text that can be read as it is. */
    MARKDOWN("Markdown", "md"),
    /** A page for a browser. */
    HTML("HTML", "html"),
    /** Everything, for other programs, and to be read back. */
    JSON("JSON", "json");

    private final String title;
    private final String ending;

    ExportFormat(String title, String ending) {
        this.title = title;
        this.ending = ending;
    }

    /** The format that the ending of a file's name tells; Markdown where it tells none. */
    public static ExportFormat of(Path file) {
        return toldBy(file).orElse(MARKDOWN);
    }

    /** The format that the ending of a file's name tells. */
    public static Optional<ExportFormat> toldBy(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(format -> name.endsWith("." + format.ending)).findFirst();
    }

    /**
     * Writes a conversation.
     *
     * @param zone of the times that are written, where they are written for people
     */
    public String write(StoredSession session, ZoneId zone) {
        return switch (this) {
            case MARKDOWN -> new MarkdownExport(zone).write(session);
            case HTML -> new HtmlExport(zone).write(session);
            case JSON -> new JsonExport().write(List.of(session));
        };
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
