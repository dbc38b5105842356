package org.vivavoce.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.vivavoce.settings.DataFolder;

/**
 * What of a data folder is in a backup: all that is worth keeping. Keys never are, nor logs. Functions without state.
 */
final class BackupContents {

    /** What the archive is, and of which form. */
    static final String LABEL = "backup.json";
    static final String FORMAT = "viva-voce-backup";
    static final int VERSION = 1;

    /** The names that may stand in an archive: none leads out of the folder. */
    private static final Pattern ALLOWED = Pattern.compile("backup\\.json|vivavoce\\.db"
            + "|(settings|learned|servers|spent|model-ends)\\.toml|modes/[^/\\\\:]+\\.toml"
            + "|recordings/[\\w-]+(/[\\w-][\\w.-]*)+");

    private static final long MOST_TEXT_BYTES = 10_000_000;

    private BackupContents() {}

    /** The files and folders of a data folder that are in a backup, the file of conversations first. */
    static List<Path> of(DataFolder folder) {
        return List.of(folder.database(), folder.settingsFile(), folder.learnedFile(), folder.serversFile(),
                folder.spentFile(), folder.modelEndsFile(), folder.modes(), folder.recordings());
    }

    /** Whether a name may stand in a backup. */
    static boolean allows(String name) {
        return ALLOWED.matcher(name).matches();
    }

    /** How large a file of this name may be, bytes: what is read as a whole must fit into memory. */
    static long mostBytes(String name) {
        return name.endsWith(".toml") || name.equals(LABEL) ? MOST_TEXT_BYTES : Long.MAX_VALUE;
    }
}
