package org.vivavoce.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sound of the sessions that are kept: how large it is, and how it goes while what was said stays. Any thread that may wait for some
 * seconds.
 */
public final class Recordings {

    private final Store store;
    private final Path folder;

    /** A session that began long ago. */
    private record Old(SessionId id, boolean recorded) {}

    /**
     * Of one store.
     *
     * @param folder with one folder for each session
     */
    public Recordings(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /**
     * Where the utterances of a conversation lie that were not understood yet.
     *
     * @param folder of all recordings
     * @param name   of the session, or any other where none is kept
     */
    public static Path unsent(Path folder, String name) {
        return folder.resolve("unsent").resolve(name);
    }

    /** Deletes all sound of a session, also what was not understood yet; its rows stay. */
    static void deleteOf(SessionId session, Path folder) throws IOException {
        FolderDeletion.delete(folder.resolve(session.text()));
        FolderDeletion.delete(unsent(folder, session.text()));
    }

    /** How much room all of it takes, bytes; what cannot be read is not counted. */
    public static long bytes(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(Recordings::bytesOf).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static long bytesOf(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0; // it went meanwhile
        }
    }

    /**
     * Deletes the sound of all sessions for good, also what waits to be sent.
     *
     * @throws StoreException where some of it is still there, or traces of it: the problem says which
     */
    public void deleteAll() throws StoreException {
        try (Stream<Path> folders = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path each : folders.toList()) {
                FolderDeletion.delete(each);
            }
        } catch (NoSuchFileException e) {
            // what is gone need not be deleted
        } catch (IOException e) {
            throw new StoreException(StoreProblem.soundLeft(folder));
        }
        store.write(connection -> Sql.update(connection, "DELETE FROM utterances"));
        store.wipe();
    }

    /**
     * Deletes the sound of sessions that were begun before a time.
     *
     * @return of how many
     */
    public int deleteBegunBefore(Instant time) throws StoreException {
        List<SessionId> old = store.read(connection -> Sql.query(connection, """
                SELECT s.id, EXISTS (SELECT 1 FROM utterances u WHERE u.session = s.id) AS recorded
                FROM sessions s WHERE s.started_ms < ?
                """, row -> new Old(new SessionId(row.text("id")), row.flag("recorded")), time))
                .stream()
                .filter(session -> session.recorded() || Files.isDirectory(unsent(folder, session.id().text())))
                .map(Old::id).toList();
        for (SessionId session : old) {
            try {
                deleteOf(session, folder);
            } catch (IOException e) {
                throw new StoreException(StoreProblem.soundLeft(folder));
            }
            store.write(connection -> Sql.update(connection, "DELETE FROM utterances WHERE session = ?", session));
        }
        if (!old.isEmpty()) {
            store.wipe();
        }
        return old.size();
    }
}
