package org.vivavoce.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vivavoce.app.Foundation;
import org.vivavoce.backup.BackupException;
import org.vivavoce.backup.BackupReading;
import org.vivavoce.backup.BackupSwap;
import org.vivavoce.settings.DataFolder;
import org.vivavoce.store.KeptFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code vivavoce restore}: a backup takes the place of what is kept. */
@Command(name = "restore", mixinStandardHelpOptions = true, sortOptions = false, description = "Let a backup take the place of what is kept, which is moved into a folder beside it. The program must not run meanwhile.")
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable VivaVoceCommand parent;

    @Parameters(paramLabel = "FILE.zip", description = "A file that was written by \"vivavoce backup\".")
    private Path file = Path.of("vivavoce-backup.zip");

    @Override
    public Integer call() {
        DataFolder folder = Foundation.folder(parent == null ? Optional.empty() : parent.data());
        if (!folder.writable()) {
            folder.problem().ifPresent(System.err::println);
            return ExitCodes.FAILED;
        }
        if (KeptFile.isOpen(folder.database())) {
            System.err.println("Nothing was restored, as Viva Voce is running: close it and restore again.");
            return ExitCodes.FAILED;
        }
        try {
            new BackupReading(folder).prepare(file);
        } catch (BackupException e) {
            System.err.println(e.sentence());
            return ExitCodes.FAILED;
        }
        new BackupSwap(folder, Clock.system(ZoneId.systemDefault())).finish().ifPresent(System.out::println);
        return ExitCodes.DONE;
    }
}
