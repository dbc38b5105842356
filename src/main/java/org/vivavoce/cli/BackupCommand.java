package org.vivavoce.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vivavoce.backup.BackupWriting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code vivavoce backup}: all that is kept, as one file. */
@Command(name = "backup", mixinStandardHelpOptions = true, sortOptions = false, description = "Write all that is kept to one file: conversations, recordings, ideas, modes and settings, but no keys. The program may run meanwhile.")
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable VivaVoceCommand parent;

    @Parameters(paramLabel = "FILE.zip", description = "The file; replaced where it is there.")
    private Path file = Path.of("vivavoce-backup.zip");

    @Override
    public Integer call() {
        return WithStore.run(parent, (store, foundation) -> {
            new BackupWriting(foundation.folder(), store, Clock.system(ZoneId.systemDefault())).write(file);
            System.out.println("Written to " + file + ".");
        });
    }
}
