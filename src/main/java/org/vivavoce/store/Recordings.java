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

    /**
     * Of one store.
     *
     * @param folder with one folder for each session
     */
    public Recordings(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
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
                SELECT DISTINCT s.id FROM sessions s JOIN utterances u ON u.session = s.id WHERE s.started_ms < ?
                """, row -> new SessionId(row.text("id")), time));
        for (SessionId session : old) {
            try {
                FolderDeletion.delete(folder.resolve(session.text()));
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
