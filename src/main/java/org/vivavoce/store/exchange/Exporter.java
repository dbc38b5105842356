package org.vivavoce.store.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vivavoce.store.StoredSession;

/**
 * Writes conversations to files, whole or not at all: a file that is there is replaced when the new one is complete. Any thread that may
 * wait for the disk; immutable.
 *
 * @param recordings the folder with one folder for each session
 * @param zone       of the times that are written for people
 */
public record Exporter(Path recordings, ZoneId zone) {

    /** Writes to a stream; what the user should know of what was written. */
    private interface Writing {
        Optional<String> to(OutputStream out) throws IOException, UnwritableExportException;
    }

    /**
     * Writes a conversation.
     *
     * @return what the user should know of the file, one sentence
     * @throws IOException               where the file cannot be written
     * @throws UnwritableExportException where the conversation cannot be written in this format
     */
    public Optional<String> write(StoredSession session, ExportFormat format, Path file)
            throws IOException, UnwritableExportException {
        return whole(file, out -> switch (format) {
            case MARKDOWN -> text(out, new MarkdownExport(zone).write(session));
            case HTML -> text(out, new HtmlExport(zone).write(session));
            case PDF -> new PdfExport(zone).write(session, out);
            case JSON -> text(out, new JsonExport().write(List.of(session)));
            case ZIP -> new SoundExport(recordings.resolve(session.session().id().text())).write(session, out);
        });
    }

    /** Writes conversations as JSON, in the order they are given. */
    public void writeAll(List<StoredSession> sessions, Path file) throws IOException {
        try {
            whole(file, out -> text(out, new JsonExport().write(sessions)));
        } catch (UnwritableExportException e) {
            throw new IllegalStateException("JSON can always be written", e);
        }
    }

    private static Optional<String> text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        return Optional.empty();
    }

    private static Optional<String> whole(Path file, Writing writing) throws IOException, UnwritableExportException {
        Path parts = file.resolveSibling(file.getFileName() + ".part");
        try {
            Optional<String> remark;
            try (OutputStream out = Files.newOutputStream(parts)) {
                remark = writing.to(out);
            }
            try {
                Files.move(parts, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(parts, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return remark;
        } finally {
            Files.deleteIfExists(parts);
        }
    }
}
