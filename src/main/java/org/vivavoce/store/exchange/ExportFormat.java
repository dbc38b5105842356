package org.vivavoce.store.exchange;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a conversation can be written as. A value; any thread. */
public enum ExportFormat {
    /** Text that can be read as it is. */
    MARKDOWN("Markdown", "md"),
    /** A page for a browser. */
    HTML("HTML", "html"),
    /** Pages to print, or to pass on. */
    PDF("PDF", "pdf"),
    /** Everything but the sound, for other programs, and to be read back. */
    JSON("JSON", "json"),
    /** The recordings as files that any player plays, with the JSON beside them. */
    ZIP("Sound, with the transcript", "zip");

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
        return FileEnding.told(file, values(), ExportFormat::ending);
    }

    /** The endings there are, for the user: {@code .md, .html}. */
    public static String endings() {
        return Stream.of(values()).map(format -> "." + format.ending).collect(Collectors.joining(", "));
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
