package org.vivavoce.store.exchange;

import java.time.ZoneId;
import java.util.stream.Collectors;
import org.vivavoce.store.Markdown;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;

/** A session as Markdown, to read and to go on writing in. Any thread; immutable. */
public final class MarkdownExport {

    private final ZoneId zone;

    /**
     * In one time zone.
     *
     * @param zone the user's, for the date
     */
    public MarkdownExport(ZoneId zone) {
        this.zone = zone;
    }

    /** The text of a file. */
    public String write(StoredSession session) {
        StringBuilder text = new StringBuilder("# ").append(Markdown.escape(ExportText.title(session))).append("\n\n*")
                .append(ExportText.facts(session, zone).stream().map(Markdown::escape)
                        .collect(Collectors.joining(" · ")))
                .append("*\n");
        for (StoredMessage row : ExportText.spoken(session)) {
            String remark = ExportText.remark(row);
            text.append("\n**").append(ExportText.speaker(row)).append("** (")
                    .append(ExportText.time(row.saidAt())).append(remark.isEmpty() ? "" : ", " + remark).append(")\n\n")
                    .append(Markdown.escape(row.words())).append(cut(row)).append('\n');
        }
        return text.toString();
    }

    /** The partner's sentence breaks off. */
    private static String cut(StoredMessage row) {
        return ExportText.breaksOff(row) ? " —" : "";
    }
}
