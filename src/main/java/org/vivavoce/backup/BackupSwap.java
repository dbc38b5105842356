package org.vivavoce.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vivavoce.settings.DataFolder;
import org.vivavoce.store.KeptFile;

/**
 * Lets a backup that was made ready take the place of what is there, which is moved into a folder of its own. Where the program is killed
 * in the middle, the next start goes on with it. Called before anything of the data folder is read.
 *
 * @param folder of the user
 * @param clock  names the folder with what was there before
 */
public record BackupSwap(DataFolder folder, Clock clock) {

    /** Holds the name of the folder into which what was there is moved, from the beginning of that on. */
    private static final String ASIDE = "aside.txt";

    /** Where a backup lies ready. */
    static Path ready(DataFolder folder) {
        return folder.path().resolve("restore-ready");
    }

    /** What was there is moved away: now the backup comes in. */
    private Path cleared() {
        return folder.path().resolve("restore-cleared");
    }

    /**
     * Restores what was made ready; does nothing where nothing was.
     *
     * @return what was done, or why it could not be, one sentence for the user
     */
    public Optional<String> finish() {
        Path ready = ready(folder);
        if (!Files.isDirectory(ready) && !Files.isDirectory(cleared())) {
            return Optional.empty();
        }
        try {
            Path aside;
            if (Files.isDirectory(ready)) {
                if (KeptFile.isOpen(folder.database())) {
                    return Optional.of("The backup waits to be restored, as Viva Voce is open a second time: close it "
                            + "and start it again.");
                }
                aside = aside(ready);
                clear(aside);
                Files.move(ready, cleared());
            } else {
                aside = aside(cleared());
            }
            fill();
            return Optional.of("The backup was restored. What was here before is kept in " + aside + ".");
        } catch (IOException | SecurityException e) {
            return Optional.of("The backup could not be restored whole: see whether you may write to " + folder.path()
                    + " and the disk has room, and start the program again.");
        }
    }

    private Path aside(Path staged) throws IOException {
        Path note = staged.resolve(ASIDE);
        if (Files.exists(note)) {
            return folder.path().resolve(Files.readString(note));
        }
        String date = "before-restore-" + LocalDate.now(clock);
        Path aside = folder.path().resolve(date);
        for (int number = 2; Files.exists(aside); number++) {
            aside = folder.path().resolve(date + "-" + number);
        }
        Files.createDirectory(aside);
        Files.writeString(note, String.valueOf(aside.getFileName()));
        return aside;
    }

    /** Moves what is there away, or leaves all of it where it is. */
    private void clear(Path aside) throws IOException {
        List<Path> moved = new ArrayList<>();
        try {
            for (Path each : present()) {
                Files.move(each, aside.resolve(folder.path().relativize(each)));
                moved.add(each);
            }
        } catch (IOException e) {
            for (Path each : moved) {
                Files.move(aside.resolve(folder.path().relativize(each)), each);
            }
            throw e;
        }
    }

    private List<Path> present() {
        Path database = folder.database();
        return Stream.concat(BackupContents.of(folder).stream(),
                Stream.of("-wal", "-shm").map(end -> database.resolveSibling(database.getFileName() + end)))
                .filter(Files::exists).toList();
    }

    private void fill() throws IOException {
        for (Path each : BackupContents.of(folder)) {
            Path staged = cleared().resolve(folder.path().relativize(each));
            if (Files.exists(staged)) {
                Files.move(staged, each);
            }
        }
        Tree.delete(cleared());
    }
}
