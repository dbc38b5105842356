package org.vivavoce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vivavoce.practice.Role;
import org.vivavoce.store.Deletion;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.exchange.ExportFormat;
import org.vivavoce.store.exchange.Exporter;
import org.vivavoce.store.exchange.JsonExport;
import org.vivavoce.store.exchange.UnwritableExportException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code vivavoce sessions}: the conversations that were kept. */
@Command(name = "sessions", mixinStandardHelpOptions = true, sortOptions = false, description = "List, show, export, import and delete the conversations that were kept.")
final class SessionsCommand implements Callable<Integer> {

    private static final int MOST = 1000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @ParentCommand
    private @Nullable VivaVoceCommand parent;

    @Override
    public Integer call() {
        return list(null, null, null);
    }

    @Command(name = "list", description = "List conversations, the newest first.")
    int list(
            @Option(names = "--mode", paramLabel = "MODE", description = "Only of this mode.") @Nullable String mode,
            @Option(names = "--language", paramLabel = "CODE", description = "Only in this language.") @Nullable String language,
            @Option(names = "--saying", paramLabel = "WORDS", description = "Only those in which this was said.") @Nullable String words) {
        SessionQuery query = SessionQuery.ALL;
        query = mode == null ? query : query.ofMode(mode);
        query = language == null ? query : query.inLanguage(language);
        SessionQuery wanted = words == null ? query : query.saying(words);
        return run((store, foundation) -> {
            List<SessionRecord> found = new Sessions(store).list(wanted, 0, MOST);
            found.forEach(session -> System.out.println(line(session)));
            if (found.isEmpty()) {
                System.out.println("There are no such conversations.");
            }
        });
    }

    @Command(name = "show", description = "Show what was said in a conversation.")
    int show(
            @Parameters(paramLabel = "ID", description = "As the list names it, or as much of its end as is needed; \"last\" for the newest.") String id) {
        return run((store, foundation) -> {
            StoredSession session = KeptSession.find(store, id);
            System.out.println(line(session.session()));
            session.messages().stream().filter(message -> message.message().role() != Role.DIRECTION)
                    .forEach(message -> System.out.println(line(message)));
        });
    }

    @Command(name = "delete", description = "Delete conversations for good.")
    int delete(
            @Parameters(paramLabel = "ID", arity = "1..*", description = "As the list names them.") List<String> ids) {
        return run((store, foundation) -> {
            List<SessionRecord> found = new ArrayList<>();
            for (String id : ids) {
                found.add(KeptSession.find(store, id).session());
            }
            new Deletion(store, foundation.folder().recordings())
                    .forGood(found.stream().map(SessionRecord::id).distinct().toList());
            found.forEach(session -> System.out.println("Deleted for good: " + line(session)));
        });
    }

    @Command(name = "export", description = "Write a conversation to a file.")
    int export(
            @Parameters(paramLabel = "ID", index = "0", description = "As the list names it; \"all\" for all of them, as JSON.") String id,
            @Parameters(paramLabel = "FILE", index = "1", description = "Its ending says how: .json (can be read back), .md, .html, .pdf or .zip (its sound).") Path file) {
        return run((store, foundation) -> {
            List<StoredSession> wanted = id.equals("all") ? all(store) : List.of(KeptSession.find(store, id));
            Optional<String> remark = write(wanted, file,
                    new Exporter(foundation.folder().recordings(), ZoneId.systemDefault()));
            System.out.println("Written to " + file + ".");
            remark.ifPresent(System.out::println);
        });
    }

    @Command(name = "import", description = "Read conversations from a file that was exported as JSON. Those that are there already stay as they are.")
    int read(@Parameters(paramLabel = "FILE", description = "The file.") Path file) {
        return run((store, foundation) -> {
            int added = 0;
            List<StoredSession> found = new JsonExport().read(Files.readString(file));
            for (StoredSession session : found) {
                added += new Sessions(store).add(session) ? 1 : 0;
            }
            System.out.println(added + " of " + found.size() + " added.");
        });
    }

    private static List<StoredSession> all(Store store) throws StoreException {
        Sessions sessions = new Sessions(store);
        List<StoredSession> all = new ArrayList<>();
        for (SessionRecord session : sessions.list(SessionQuery.ALL, 0, KeptSession.MOST)) {
            sessions.open(session.id()).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<String> write(List<StoredSession> sessions, Path file, Exporter exporter)
            throws KeptSession.NotFoundException, IOException, UnwritableExportException {
        Optional<ExportFormat> format = ExportFormat.toldBy(file);
        if (format.equals(Optional.of(ExportFormat.JSON))) {
            exporter.writeAll(sessions, file);
            return Optional.empty();
        }
        if (sessions.size() == 1 && format.isPresent()) {
            return exporter.write(sessions.getFirst(), format.get(), file);
        }
        throw new KeptSession.NotFoundException(sessions.size() == 1
                ? "Let the name of the file end in one of " + ExportFormat.endings() + "."
                : "All conversations together are written as JSON: let the name of the file end in .json.");
    }

    private int run(WithStore.Work work) {
        return WithStore.run(parent, work);
    }

    private static String line(SessionRecord session) {
        String title = session.title().isEmpty() ? "" : "  " + session.title();
        String tags = session.tags().isEmpty() ? "" : "  [" + String.join(", ", session.tags()) + "]";
        return session.id() + "  " + TIME.format(session.begun().started().atZone(ZoneId.systemDefault())) + "  "
                + session.begun().modeName() + " (" + session.begun().language() + ")  " + clock(session.length())
                + "  "
                + session.messages() + (session.messages() == 1 ? " message" : " messages") + title + tags;
    }

    private static String line(StoredMessage message) {
        String who = message.message().role() == Role.USER ? "You" : "Partner";
        String how = message.message().interrupted()
                ? message.message().role() == Role.USER ? " (breaking in)" : " (interrupted)"
                : "";
        return clock(message.saidAt()) + "  " + who + how + ": " + message.words();
    }

    private static String clock(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
