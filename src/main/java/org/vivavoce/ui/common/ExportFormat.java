package org.vivavoce.ui.common;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

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
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(format -> name.endsWith("." + format.ending)).findFirst().orElse(MARKDOWN);
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
