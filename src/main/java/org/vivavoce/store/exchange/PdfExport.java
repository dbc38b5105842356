package org.vivavoce.store.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vivavoce.paper.PaperDocument;
import org.vivavoce.paper.TextStyle;
import org.vivavoce.practice.Role;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;

/** A session as pages of A4, to print or to pass on. Any thread; immutable. */
public final class PdfExport {

    private static final TextStyle TITLE = new TextStyle(20, true, 0.1);
    private static final TextStyle FACTS = new TextStyle(10.5, false, 0.4);
    private static final TextStyle PARTNER = new TextStyle(9.5, true, 0.45);
    private static final TextStyle YOU = new TextStyle(9.5, true, 0.15);
    private static final TextStyle SAID = new TextStyle(11.5, false, 0.1);
    private static final double AFTER_FACTS = 12; // points
    private static final double AFTER_SAID = 12;

    private final ZoneId zone;

    /**
     * In one time zone.
     *
     * @param zone the user's, for the date
     */
    public PdfExport(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Writes the file.
     *
     * @return what the user should know of it
     * @throws UnwritableExportException where this computer has no fonts
     */
    public Optional<String> write(StoredSession session, OutputStream out)
            throws IOException, UnwritableExportException {
        PaperDocument pages;
        byte[] file;
        try {
            pages = set(session);
            file = pages.toPdf();
        } catch (RuntimeException | LinkageError | InternalError e) { // java.awt says so in several ways
            throw new UnwritableExportException("A PDF could not be made, as no font was found on this computer: "
                    + "install one, or export as HTML and print that.");
        }
        out.write(file);
        List<String> missing = pages.missing();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Some letters are shown as squares, as no font of this computer has them ("
                        + String.join(", ", missing) + "): install one that has, and export again.");
    }

    private PaperDocument set(StoredSession session) {
        String code = session.session().begun().language();
        String title = ExportText.title(session);
        PaperDocument pages = new PaperDocument(title, code.isEmpty() ? Locale.ENGLISH : Locale.of(code));
        pages.paragraph(title, TITLE);
        pages.paragraph(String.join(" · ", ExportText.facts(session, zone)), FACTS);
        pages.space(AFTER_FACTS);
        pages.rule();
        pages.space(AFTER_FACTS);
        for (StoredMessage row : ExportText.spoken(session)) {
            String remark = ExportText.remark(row);
            boolean you = row.message().role() == Role.USER;
            pages.paragraph(
                    ExportText.speaker(row) + "  " + ExportText.time(row.saidAt())
                            + (remark.isEmpty() ? "" : " · " + remark),
                    you ? YOU : PARTNER, row.words() + (ExportText.breaksOff(row) ? " —" : ""), SAID);
            pages.space(AFTER_SAID);
        }
        return pages;
    }
}
