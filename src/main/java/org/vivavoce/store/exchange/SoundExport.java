package org.vivavoce.store.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vivavoce.practice.Role;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.StoredUtterance;

/**
 * The recordings of a session in one archive: sound files named in the order in which they were said, and {@code transcript.json}, an
 * export as {@link JsonExport} writes it, in which the recordings have these names. Any thread; immutable.
 */
final class SoundExport {

    private static final String TRANSCRIPT = "transcript.json";

    private final Path folder;

    /** @param folder with the recordings of the session */
    SoundExport(Path folder) {
        this.folder = folder;
    }

    /** Writes the archive; recordings whose file is missing are left out, and the user is told. */
    Optional<String> write(StoredSession session, OutputStream out) throws IOException, UnwritableExportException {
        List<StoredUtterance> there = session.utterances().stream()
                .filter(each -> Files.isRegularFile(folder.resolve(each.file()))).toList();
        if (there.isEmpty()) {
            throw new UnwritableExportException("No sound was kept of this conversation: export it as "
                    + "Markdown, HTML, PDF or JSON.");
        }
        Map<Integer, Role> speakers = session.messages().stream()
                .collect(Collectors.toMap(StoredMessage::position, row -> row.message().role()));
        List<StoredUtterance> named = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.NO_COMPRESSION); // Opus cannot be made smaller
            for (StoredUtterance each : there) {
                String name = name(named.size() + 1, each, speakers);
                named.add(new StoredUtterance(each.position(), name, each.saidAt(), each.duration()));
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(folder.resolve(each.file()), zip);
                zip.closeEntry();
            }
            zip.setLevel(Deflater.DEFAULT_COMPRESSION);
            zip.putNextEntry(new ZipEntry(TRANSCRIPT));
            zip.write(new JsonExport().write(List.of(new StoredSession(session.session(), session.messages(), named,
                    session.latencies(), session.cost()))).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        int lost = session.utterances().size() - there.size();
        return lost == 0
                ? Optional.empty()
                : Optional.of("Left out, as their files are missing: " + lost
                        + (lost == 1 ? " recording." : " recordings."));
    }

    private static String name(int number, StoredUtterance utterance, Map<Integer, Role> speakers) {
        OptionalInt position = utterance.position();
        Role role = position.isPresent() ? speakers.get(position.getAsInt()) : null;
        String who = role == Role.USER ? "you" : role == Role.PARTNER ? "partner" : "untold";
        String file = utterance.file();
        String ending = file.contains(".") ? file.substring(file.lastIndexOf('.')) : "";
        return String.format(Locale.ROOT, "sound/%04d-%s%s", number, who, ending);
    }
}
