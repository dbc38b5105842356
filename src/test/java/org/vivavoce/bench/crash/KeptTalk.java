package org.vivavoce.bench.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoredSession;

/** What lies in a data folder after the program was killed. Read once. */
final class KeptTalk {

    private static final Pattern SOUND = Pattern.compile(".*[^-]-(-?\\d+)-utterance\\.wav");

    private final List<Message> history;
    private final Map<Long, Long> sounds; // bytes by piece
    private final List<Path> unheard;

    private KeptTalk(List<Message> history, List<Path> unheard) throws IOException {
        this.history = history;
        this.unheard = unheard;
        this.sounds = sounds(unheard);
    }

    /** @param faults takes what is wrong with the store itself */
    static KeptTalk read(Path data, List<String> faults) {
        List<Message> history = List.of();
        try {
            Store.Opening opening = Store.open(data.resolve("vivavoce.db"), Clock.systemUTC());
            opening.problem().ifPresent(problem -> faults.add("the store: " + problem.sentence()));
            try (Store store = opening.store().orElseThrow()) {
                store.check().ifPresent(problem -> faults.add("the integrity check: " + problem.sentence()));
                history = history(store, faults);
            }
        } catch (StoreException e) {
            faults.add("the store: " + e.problem().sentence());
        }
        Path unsent = data.resolve("recordings").resolve("unsent");
        try (Stream<Path> files = Files.isDirectory(unsent) ? Files.walk(unsent) : Stream.empty()) {
            return new KeptTalk(history, files.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Message> history(Store store, List<String> faults) throws StoreException {
        Sessions sessions = new Sessions(store);
        List<SessionRecord> all = sessions.list(SessionQuery.ALL, 0, 10);
        if (all.size() > 1) {
            faults.add("there are " + all.size() + " conversations where there was one");
        }
        Optional<StoredSession> whole = all.isEmpty() ? Optional.empty() : sessions.open(all.getFirst().id());
        return whole.map(StoredSession::history).orElse(List.of());
    }

    private static Map<Long, Long> sounds(List<Path> files) throws IOException {
        Map<Long, Long> sounds = new HashMap<>();
        for (Path file : files) {
            Matcher name = SOUND.matcher(String.valueOf(file.getFileName()));
            if (name.matches()) {
                sounds.put(Long.valueOf(Objects.requireNonNull(name.group(1))), Files.size(file));
            }
        }
        return sounds;
    }

    /** The sound of the user's pieces that were not understood yet; what was only overheard is none. */
    List<Path> unheard() {
        return unheard.stream().filter(file -> !String.valueOf(file.getFileName()).contains("--")).toList();
    }

    /** What was said, oldest first, as the chat model is told it. */
    List<String> messages() {
        return history.stream().map(Message::text).toList();
    }

    boolean has(Must must, Evidence evidence) {
        return switch (must.kind()) {
            case PIECE -> said(Role.USER).anyMatch(text -> text.contains(must.words()));
            case MESSAGE -> place(must.words()) >= 0;
            case SENTENCE -> said(Role.PARTNER).anyMatch(text -> text.contains(must.words()));
            case SOUND -> {
                long piece = Long.parseLong(must.words());
                yield sounds.getOrDefault(piece, 0L) == evidence.bytes(piece);
            }
        };
    }

    private Stream<String> said(Role role) {
        return history.stream().filter(message -> message.role() == role).map(Message::text);
    }

    /** Which message of the user has these words, with the mark of who broke in or without; less than 0 where none has. */
    private int place(String words) {
        return Math.max(history.indexOf(Message.user(words)), history.indexOf(Message.interruptingUser(words)));
    }

    /** Messages that stand in another order than they were said in. */
    List<String> disorder(List<Must> musts) {
        List<Integer> places = musts.stream().filter(must -> must.kind() == Must.Kind.MESSAGE && must.isThere())
                .map(must -> place(must.words())).toList();
        return places.equals(places.stream().sorted().toList())
                ? List.of()
                : List.of("the messages are kept in another order: " + places);
    }

    /** Sounds that need not be kept any more and are. */
    List<String> leftOver(Set<Long> over) {
        List<String> faults = new ArrayList<>();
        sounds.keySet().stream().filter(over::contains).sorted()
                .forEach(piece -> faults.add("the sound of piece " + piece + " is still there"));
        return faults;
    }
}
