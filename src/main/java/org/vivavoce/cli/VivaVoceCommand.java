package org.vivavoce.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vivavoce.app.VivaVoce;
import org.vivavoce.app.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code vivavoce}: the window, or the conversation in the terminal where there is no display. */
@Command(name = "vivavoce", mixinStandardHelpOptions = true, version = "Viva Voce 0.1.0", sortOptions = false, description = "Practise speaking with an AI partner, by voice alone. Without a command the window opens.", subcommands = {
    TalkCommand.class, CheckCommand.class, DevicesCommand.class,
    SessionsCommand.class, IdeasCommand.class, BackupCommand.class, RestoreCommand.class,
    PartnerCommand.class, ServeCommand.class}, footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong usage."})
public final class VivaVoceCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "The data folder (default: the system's place for it).")
    private @Nullable Path data;

    Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    @Override
    public Integer call() {
        try (VivaVoce program = new VivaVoce(data())) {
            Optional<String> problem = Window.show(program);
            if (problem.isEmpty()) {
                return ExitCodes.DONE;
            }
            System.err.println(problem.get());
        }
        return new TalkCommand(this).call();
    }
}
