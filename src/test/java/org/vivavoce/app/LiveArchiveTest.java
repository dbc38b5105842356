package org.vivavoce.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.practice.Message;
import org.vivavoce.store.Idea;
import org.vivavoce.store.Ideas;
import org.vivavoce.store.NewSession;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.exchange.ExportFormat;
import org.vivavoce.store.exchange.IdeaFormat;
import org.vivavoce.ui.ScriptedBackups;
import org.vivavoce.ui.ScriptedSoundArchive;
import org.vivavoce.ui.common.ArchiveException;
import org.vivavoce.ui.common.IdeaShelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LiveArchiveTest {

    private static final SessionId ID = new SessionId("0190a0b0-0000-7000-8000-000000000001");
    private static final Instant TIME = Instant.parse("2026-11-21T18:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // given before each test
    private Path folder;
    private Optional<Store> store = Optional.empty();

    private LiveArchive archive() throws StoreException {
        Store open = Store.open(folder.resolve("vivavoce.db"), Clock.systemUTC()).store().orElseThrow();
        store = Optional.of(open);
        NewSession begun = new NewSession(ID, "interview", "Interview", "en", TIME);
        List<StoredMessage> messages = List.of(
                new StoredMessage(0, Message.partner("Tell me about a service."), Duration.ofSeconds(4), 0, false),
                new StoredMessage(1, Message.user("It kept a queue."), Duration.ofSeconds(9), 0, false));
        new Sessions(open).add(new StoredSession(
                new SessionRecord(begun, Optional.of(TIME), "", List.of(), 2, Duration.ofSeconds(9)), messages,
                List.of(),
                List.of(), Optional.empty()));
        return new LiveArchive(store, folder.resolve("recordings"), Clock.fixed(TIME, ZoneOffset.UTC),
                new ScriptedSoundArchive(),
                new ScriptedBackups());
    }

    @AfterEach
    void close() {
        store.ifPresent(Store::close);
    }

    @Test
    void whatIsKeptIsListedFoundAndRead() throws Exception {
        LiveArchive archive = archive();
        assertEquals(List.of(ID), archive.recent(3).stream().map(SessionRecord::id).toList());
        assertEquals(1, archive.count(SessionQuery.ALL));
        assertEquals(1, archive.search("queue", SessionQuery.ALL, 10).getFirst().position());
        assertEquals(2, archive.open(ID).messages().size());
    }

    @Test
    void titleAndTagsAreKept() throws Exception {
        LiveArchive archive = archive();
        archive.rename(ID, "Second try");
        archive.tag(ID, List.of("backend"));
        assertEquals("Second try", archive.open(ID).session().title());
        assertEquals(List.of("backend"), archive.open(ID).session().tags());
    }

    @Test
    void whatWasDeletedIsThereNoMore() throws Exception {
        LiveArchive archive = archive();
        archive.deleteForGood(ID);
        assertEquals(0, archive.count(SessionQuery.ALL));
        assertEquals("This conversation is there no more.",
                assertThrows(ArchiveException.class, () -> archive.open(ID)).sentence());
    }

    @Test
    void eachFormatIsWritten() throws Exception {
        LiveArchive archive = archive();
        for (ExportFormat format : List.of(ExportFormat.MARKDOWN, ExportFormat.HTML, ExportFormat.JSON)) {
            Path file = folder.resolve("talk." + format.ending());
            archive.export(ID, format, file);
            assertTrue(Files.readString(file).contains("It kept a queue."), format.title());
        }
        Path pages = folder.resolve("talk.pdf");
        archive.export(ID, ExportFormat.PDF, pages);
        assertTrue(Files.readString(pages, StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    }

    @Test
    void whereNoSoundWasKeptThatIsSaidAndNoFileIsLeft() throws Exception {
        Path file = folder.resolve("talk.zip");
        LiveArchive archive = archive();
        assertEquals(
                "No sound was kept of this conversation: export it as Markdown, HTML, PDF or JSON.",
                assertThrows(ArchiveException.class, () -> archive.export(ID, ExportFormat.ZIP, file)).sentence());
        assertFalse(Files.exists(file));
        assertFalse(Files.exists(folder.resolve("talk.zip.part")));
    }

    @Test
    void aFileThatCannotBeWrittenIsToldWithItsName() throws StoreException, IOException {
        LiveArchive archive = archive();
        Path file = Files.createDirectory(folder.resolve("talk.md"));
        String sentence = assertThrows(ArchiveException.class, () -> archive.export(ID, ExportFormat.MARKDOWN, file))
                .sentence();
        assertTrue(sentence.contains(file.toString()), sentence);
        assertFalse(sentence.contains("queue"), sentence);
    }

    @Test
    void withoutAStoreThatIsSaid() {
        LiveArchive archive = new LiveArchive(Optional.empty(), folder, Clock.systemUTC(), new ScriptedSoundArchive(),
                new ScriptedBackups());
        assertTrue(
                assertThrows(ArchiveException.class, () -> archive.recent(3)).sentence().contains("cannot be opened"));
    }

    @Test
    void ideasAreListedWithTheirConversationAndChangedAndGivenAgain() throws Exception {
        LiveArchive archive = archive();
        Ideas ideas = new Ideas(store.orElseThrow());
        Idea ada = ideas.save(Optional.of(ID), "Ada", TIME);
        Idea lin = ideas.save(Optional.empty(), "Lin", TIME.plusSeconds(1));
        SessionRecord session = archive.list(SessionQuery.ALL, 0, 1).getFirst();
        IdeaShelf shelf = archive.ideas();

        assertEquals(List.of(new IdeaShelf.Kept(lin, Optional.empty()), new IdeaShelf.Kept(ada, Optional.of(session))),
                shelf.list());
        shelf.change(ada.id(), "Ada Lovelace");
        shelf.remove(lin.id());
        assertEquals(List.of("Ada Lovelace"), shelf.list().stream().map(kept -> kept.idea().text()).toList());
        assertEquals("This idea is there no more.",
                assertThrows(ArchiveException.class, () -> shelf.change(lin.id(), "x")).sentence());
        shelf.restore(lin.id());
        assertEquals(2, shelf.list().size());
        shelf.export(IdeaFormat.TEXT, folder.resolve("ideas.txt"));
        assertEquals("Ideas\n\n2026-11-21\n\n- Lin\n- Ada Lovelace\n", Files.readString(folder.resolve("ideas.txt")));
        assertTrue(assertThrows(ArchiveException.class, () -> shelf.export(IdeaFormat.TEXT, folder)).sentence()
                .startsWith("The ideas could not be written to "));
    }

    @Test
    void withoutAStoreTheIdeasSaySo() {
        IdeaShelf shelf = new LiveArchive(Optional.empty(), folder, Clock.systemUTC(), new ScriptedSoundArchive(),
                new ScriptedBackups()).ideas();
        assertTrue(assertThrows(ArchiveException.class, shelf::list).sentence().contains("cannot be opened"));
    }
}
