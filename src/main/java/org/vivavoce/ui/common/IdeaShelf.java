package org.vivavoce.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vivavoce.store.Idea;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.exchange.IdeaFormat;

/** The ideas that are kept, as the screens see them. Every call may wait for a disk: never called on the JavaFX thread. */
public interface IdeaShelf {

    /**
     * An idea where it came up.
     *
     * @param session the conversation; empty where that is there no more, or it came up in none
     */
    record Kept(Idea idea, Optional<SessionRecord> session) {}

    /** All that were not taken back, the newest first. */
    List<Kept> list() throws ArchiveException;

    /** Gives an idea another text; one that is there no more is a failure. */
    void change(long id, String text) throws ArchiveException;

    /** Takes an idea back; {@link #restore} gives it again for a day. */
    void remove(long id) throws ArchiveException;

    /** Gives an idea again that was taken back. */
    void restore(long id) throws ArchiveException;

    /** Writes all of them to a file, which is replaced where it is there. */
    void export(IdeaFormat format, Path file) throws ArchiveException;
}
