package org.vivavoce.ui.home;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.ui.common.Archive;
import org.vivavoce.ui.common.ArchiveException;

/** The conversations held last. JavaFX thread; looked for once, in the background. */
public final class RecentViewModel {

    private final ReadOnlyObjectWrapper<List<SessionRecord>> sessions = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * Looks for them at once.
     *
     * @param most how many at most
     */
    public RecentViewModel(Archive archive, int most, Executor background, Executor ui) {
        background.execute(() -> {
            try {
                List<SessionRecord> found = archive.recent(most);
                ui.execute(() -> sessions.set(found));
            } catch (ArchiveException e) {
                // None is shown: what is wrong is said where conversations are looked for, and when the program starts.
            }
        });
    }

    /** The newest first; empty where there is none. */
    public ReadOnlyObjectProperty<List<SessionRecord>> sessionsProperty() {
        return sessions.getReadOnlyProperty();
    }
}
