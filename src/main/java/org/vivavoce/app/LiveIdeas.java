package org.vivavoce.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vivavoce.store.Idea;
import org.vivavoce.store.Ideas;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.exchange.IdeaFormat;
import org.vivavoce.ui.common.ArchiveException;
import org.vivavoce.ui.common.IdeaShelf;

/**
 * The ideas of the store, for the window. Thread-safe; its calls wait for the disk.
 *
 * @param archive where they are
 */
record LiveIdeas(LiveArchive archive) implements IdeaShelf {

    private static final String GONE = "This idea is there no more.";

    @Override
    public List<Kept> list() throws ArchiveException {
        return archive.ask(open -> {
            Map<SessionId, Optional<SessionRecord>> sessions = new HashMap<>();
            List<Kept> all = new ArrayList<>();
            for (Idea idea : new Ideas(open).list()) {
                Optional<SessionRecord> session = Optional.empty();
                if (idea.session().isPresent()) {
                    SessionId id = idea.session().get();
                    if (!sessions.containsKey(id)) {
                        sessions.put(id, new Sessions(open).find(id));
                    }
                    session = sessions.getOrDefault(id, Optional.empty());
                }
                all.add(new Kept(idea, session));
            }
            return all;
        });
    }

    @Override
    public void change(long id, String text) throws ArchiveException {
        require(archive.ask(open -> new Ideas(open).change(id, text)));
    }

    @Override
    public void remove(long id) throws ArchiveException {
        require(archive.ask(open -> new Ideas(open).remove(id, archive.clock().instant())));
    }

    @Override
    public void restore(long id) throws ArchiveException {
        require(archive.ask(open -> new Ideas(open).restore(id)));
    }

    private static void require(boolean there) throws ArchiveException {
        if (!there) {
            throw new ArchiveException(GONE);
        }
    }

    @Override
    public void export(IdeaFormat format, Path file) throws ArchiveException {
        List<Idea> ideas = archive.ask(open -> new Ideas(open).list());
        try {
            Files.writeString(file, format.write(ideas, archive.clock().getZone()));
        } catch (IOException | SecurityException e) {
            throw new ArchiveException(
                    "The ideas could not be written to " + file
                            + ": see whether you may write there and the disk has room.");
        }
    }
}
