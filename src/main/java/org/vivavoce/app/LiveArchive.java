package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vivavoce.store.Deletion;
import org.vivavoce.store.FoundMessage;
import org.vivavoce.store.MessageSearch;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.exchange.ExportFormat;
import org.vivavoce.store.exchange.Exporter;
import org.vivavoce.store.exchange.UnwritableExportException;
import org.vivavoce.ui.common.Archive;
import org.vivavoce.ui.common.ArchiveException;
import org.vivavoce.ui.common.Backups;
import org.vivavoce.ui.common.IdeaShelf;
import org.vivavoce.ui.common.SoundArchive;

/**
 * The conversations of the store, for the window. Thread-safe; its calls wait for the disk.
 *
 * @param store      missing where it could not be opened, which the user is told when the program starts
 * @param recordings the folder with one folder for each conversation
 * @param clock      in the time zone of the user
 * @param sound      plays them
 * @param backups    keeps them elsewhere too
 */
public record LiveArchive(Optional<Store> store, Path recordings, Clock clock, SoundArchive sound,
        Backups backups) implements Archive {

    static final String NOT_OPEN = "Your conversations cannot be opened at present, and new ones are not kept: "
            + "the first screen says why. You can talk all the same.";
    private static final String GONE = "This conversation is there no more.";

    /** What is asked of the store. */
    interface Question<T> {
        T ask(Store store) throws StoreException;
    }

    <T> T ask(Question<T> question) throws ArchiveException {
        Store open = store.orElseThrow(() -> new ArchiveException(NOT_OPEN));
        try {
            return question.ask(open);
        } catch (StoreException e) {
            throw new ArchiveException(e.problem().sentence());
        }
    }

    @Override
    public IdeaShelf ideas() {
        return new LiveIdeas(this);
    }

    @Override
    public List<SessionRecord> list(SessionQuery query, int skipped, int most) throws ArchiveException {
        return ask(open -> new Sessions(open).list(query, skipped, most));
    }

    @Override
    public int count(SessionQuery query) throws ArchiveException {
        return ask(open -> new Sessions(open).count(query));
    }

    @Override
    public List<FoundMessage> search(String words, SessionQuery within, int most) throws ArchiveException {
        return ask(open -> new MessageSearch(open).find(words, within, most));
    }

    @Override
    public StoredSession open(SessionId id) throws ArchiveException {
        return ask(open -> new Sessions(open).open(id)).orElseThrow(() -> new ArchiveException(GONE));
    }

    @Override
    public void rename(SessionId id, String title) throws ArchiveException {
        ask(open -> {
            new Sessions(open).rename(id, title);
            return id;
        });
    }

    @Override
    public void tag(SessionId id, List<String> tags) throws ArchiveException {
        ask(open -> {
            new Sessions(open).tag(id, tags);
            return id;
        });
    }

    @Override
    public void deleteForGood(SessionId id) throws ArchiveException {
        ask(open -> {
            new Deletion(open, recordings).forGood(List.of(id));
            return id;
        });
    }

    @Override
    public Optional<String> export(SessionId id, ExportFormat format, Path file) throws ArchiveException {
        StoredSession whole = open(id);
        try {
            return new Exporter(recordings, clock.getZone()).write(whole, format, file);
        } catch (UnwritableExportException e) {
            throw new ArchiveException(sentence(e));
        } catch (IOException | SecurityException e) {
            throw new ArchiveException("The conversation could not be written to " + file
                    + ": see whether you may write there and the disk has room.");
        }
    }

    private static String sentence(UnwritableExportException failure) {
        return String.valueOf(failure.getMessage());
    }

    /** Whether there is a store. */
    @Override
    public String toString() {
        return "LiveArchive[" + store.isPresent() + "]";
    }
}
