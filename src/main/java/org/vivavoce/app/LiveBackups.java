package org.vivavoce.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.vivavoce.backup.BackupException;
import org.vivavoce.backup.BackupReading;
import org.vivavoce.backup.BackupWriting;
import org.vivavoce.settings.DataFolder;
import org.vivavoce.store.Store;
import org.vivavoce.ui.common.ArchiveException;
import org.vivavoce.ui.common.Backups;

/**
 * Backups for the window. Thread-safe; its calls wait for the disk.
 *
 * @param folder all that is kept
 * @param store  the conversations in it; missing where they could not be opened
 * @param clock  dates backups
 */
record LiveBackups(DataFolder folder, Optional<Store> store, Clock clock) implements Backups {

    @Override
    public String write(Path file) throws ArchiveException {
        Store open = store.orElseThrow(() -> new ArchiveException(LiveArchive.NOT_OPEN));
        try {
            new BackupWriting(folder, open, clock).write(file);
            return "The backup was written to " + file + ".";
        } catch (BackupException e) {
            throw new ArchiveException(e.sentence());
        }
    }

    @Override
    public String restore(Path file) throws ArchiveException {
        try {
            new BackupReading(folder).prepare(file);
            return "The backup is whole. Close the program and start it again: it then takes the place of what is there, "
                    + "which is kept beside it.";
        } catch (BackupException e) {
            throw new ArchiveException(e.sentence());
        }
    }
}
