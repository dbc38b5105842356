package org.vivavoce.store.exchange;

import java.time.ZoneId;
import java.util.Locale;
import org.vivavoce.practice.Role;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;

/** A session as one page of HTML that needs nothing else: for a browser, and for printing. Any thread; immutable. */
public final class HtmlExport {

    private static final String STYLE = """
            :root { color-scheme: light dark; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --page: #ffffff; --you: #0969da; }
            @media (prefers-color-scheme: dark) {
              :root { --text: #f0f6fc; --quiet: #9198a1; --line: #3d444d; --page: #0d1117; --you: #4493f8; }
            }
            body { margin: 0 auto; padding: 48px 24px; max-width: 42em; font: 17px/1.6 system-ui, sans-serif;
              color: var(--text); background: var(--page); }
            h1 { font-size: 1.6em; line-height: 1.25; margin: 0; }
            .facts { color: var(--quiet); margin: 8px 0 40px; padding-bottom: 16px; border-bottom: 1px solid var(--line); }
            .said { margin: 0 0 24px; break-inside: avoid; }
            .said h2 { font-size: 14px; font-weight: 600; margin: 0; color: var(--quiet); }
            .you h2 { color: var(--you); }
            .said h2 span { font-weight: 400; color: var(--quiet); }
            .said p { margin: 2px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
            .cut p::after { content: " —"; color: var(--quiet); }
            @media print { body { padding: 0; font-size: 11pt; } }
            """;

    private final ZoneId zone;

    /**
     * In one time zone.
     *
     * @param zone the user's, for the date
     */
    public HtmlExport(ZoneId zone) {
        this.zone = zone;
    }

    /** The text of a file. */
    public String write(StoredSession session) {
        String title = escape(ExportText.title(session));
        StringBuilder said = new StringBuilder();
        ExportText.spoken(session).forEach(row -> said.append(article(row)));
        String language = session.session().begun().language();
        return String.format(Locale.ROOT, """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <h1 dir="auto">%s</h1>
                <p class="facts" dir="auto">%s</p>
                %s</body>
                </html>
                """, language.isEmpty() ? "en" : escape(language), title, STYLE, title,
                escape(String.join(" · ", ExportText.facts(session, zone))), said);
    }

    private static String article(StoredMessage row) {
        boolean you = row.message().role() == Role.USER;
        String remark = ExportText.remark(row);
        String kind = ExportText.breaksOff(row) ? "said cut" : you ? "said you" : "said";
        return String.format(Locale.ROOT, """
                <article class="%s">
                <h2>%s <span>%s%s</span></h2>
                <p dir="auto">%s</p>
                </article>
                """, kind, ExportText.speaker(row), ExportText.time(row.saidAt()),
                remark.isEmpty() ? "" : " · " + remark, escape(row.words()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'",
                "&#39;");
    }
}
