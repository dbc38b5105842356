package org.vivavoce.ui.common;

import java.nio.file.Path;

/** All that is kept, as one file. Every call may wait for a disk: never called on the JavaFX thread. */
public interface Backups {

    /**
     * Writes all that is kept to a file, which is replaced where it is there.
     *
     * @return what was done, one sentence for the user
     * @throws ArchiveException where it could not be; a file that was there is as it was
     */
    String write(Path file) throws ArchiveException;

    /**
     * Looks through a backup and makes it ready: it takes the place of what is kept when the program starts the next time.
     *
     * @return what was done and what is to be done, one sentence for the user
     * @throws ArchiveException where it is broken or of a newer version; nothing is changed then
     */
    String restore(Path file) throws ArchiveException;
}
