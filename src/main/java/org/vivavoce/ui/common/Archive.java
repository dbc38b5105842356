package org.vivavoce.ui.common;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vivavoce.store.FoundMessage;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.exchange.ExportFormat;

/**
 * The conversations that are kept, as the screens see them. Every call but {@link #clock()} and {@link #ideas()} may wait for a disk: never called on the
 * JavaFX thread.
 */
public interface Archive {

    /** What the partner was asked to note. Any thread; its calls may wait for a disk. */
    IdeaShelf ideas();

    /** By which conversations are dated, in the time zone of the user. Any thread. */
    Clock clock();

    /**
     * Conversations, the newest first.
     *
     * @param skipped how many of the newest are not wanted
     * @param most    how many at most
     */
    List<SessionRecord> list(SessionQuery query, int skipped, int most) throws ArchiveException;

    /** How many conversations there are. */
    int count(SessionQuery query) throws ArchiveException;

    /**
     * Messages with all these words, those of the newest conversation first.
     *
     * @param within which conversations are searched
     * @param most   how many at most
     */
    List<FoundMessage> search(String words, SessionQuery within, int most) throws ArchiveException;

    /** All of a conversation; one that is there no more is a failure. */
    StoredSession open(SessionId id) throws ArchiveException;

    /** Gives a title; an empty one takes it away. */
    void rename(SessionId id, String title) throws ArchiveException;

    /** Gives these tags in place of those it has. */
    void tag(SessionId id, List<String> tags) throws ArchiveException;

    /** Deletes a conversation with its recordings; nothing brings it back. */
    void deleteForGood(SessionId id) throws ArchiveException;

    /**
     * Writes a conversation to a file, which is replaced where it is there.
     *
     * @return what the user should know of the file, one sentence
     */
    Optional<String> export(SessionId id, ExportFormat format, Path file) throws ArchiveException;

    /** Their sound. Any thread. */
    SoundArchive sound();

    /** All that is kept as one file. Any thread. */
    Backups backups();

    /**
     * The conversations held last.
     *
     * @param most how many at most
     */
    default List<SessionRecord> recent(int most) throws ArchiveException {
        return list(SessionQuery.ALL, 0, most);
    }
}
