package org.vivavoce.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vivavoce.store.Ideas;
import org.vivavoce.store.exchange.IdeaFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code vivavoce ideas}: what the partner was asked to note. */
@Command(name = "ideas", mixinStandardHelpOptions = true, sortOptions = false, description = "List, export and take back the ideas that the partner was asked to note.")
final class IdeasCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable VivaVoceCommand parent;

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", description = "List ideas, the newest first.")
    int list() {
        return WithStore.run(parent, (store, foundation) -> {
            var ideas = new Ideas(store).list();
            ideas.forEach(idea -> System.out.println(idea.id() + "  "
                    + idea.created().atZone(ZoneId.systemDefault()).toLocalDate() + "  " + idea.text()));
            if (ideas.isEmpty()) {
                System.out.println("There are no ideas. Say \"note this\" to the partner while you talk.");
            }
        });
    }

    @Command(name = "export", description = "Write all ideas to a file: as Markdown, or as its name says, .json or .txt.")
    int export(@Parameters(paramLabel = "FILE", description = "The file.") Path file) {
        return WithStore.run(parent, (store, foundation) -> {
            Files.writeString(file, IdeaFormat.of(file).write(new Ideas(store).list(), ZoneId.systemDefault()));
            System.out.println("Written to " + file + ".");
        });
    }

    @Command(name = "remove", description = "Take an idea back.")
    int remove(@Parameters(paramLabel = "N", description = "Its number in the list.") long number) {
        return WithStore.run(parent, (store, foundation) -> {
            if (!new Ideas(store).remove(number, Instant.now())) {
                throw new KeptSession.NotFoundException("There is no idea " + number + ": vivavoce ideas lists them.");
            }
            System.out.println("Taken back.");
        });
    }
}
