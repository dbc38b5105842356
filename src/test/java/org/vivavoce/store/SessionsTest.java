package org.vivavoce.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SessionsTest {

    @TempDir
    Path folder = Path.of("set by JUnit");

    private Store store;
    private Sessions sessions;

    @BeforeEach
    void open() {
        store = Kept.open(folder);
        sessions = new Sessions(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<SessionId> ids(SessionQuery query) throws StoreException {
        List<SessionId> ids = sessions.list(query, 0, 100).stream().map(SessionRecord::id).toList();
        assertEquals(ids.size(), sessions.count(query));
        return ids;
    }

    private List<SessionId> page(int skipped) throws StoreException {
        return sessions.list(SessionQuery.ALL, skipped, 2).stream().map(SessionRecord::id).toList();
    }

    private void keep(int number, String mode, String language, String said) throws StoreException {
        Kept.keep(store, new NewSession(Kept.id(number), mode, "Mode", language, Kept.session(number).started()), said);
    }

    @Test
    void theyAreListedByPagesTheNewestFirst() throws StoreException {
        for (int i : List.of(2, 0, 4, 1, 3)) {
            Kept.keep(store, Kept.session(i), "Hello.");
        }

        assertEquals(List.of(Kept.id(4), Kept.id(3)), page(0));
        assertEquals(List.of(Kept.id(0)), page(4));
        assertEquals(5, sessions.count(SessionQuery.ALL));
    }

    @Test
    void theyAreFoundByModeLanguageTimeTagAndText() throws StoreException {
        keep(1, "interview", "", "What is a deadlock?");
        keep(2, "language", "es", "¿Dónde está la estación?");
        keep(3, "language", "zh", "我的猫在桌子上");
        sessions.rename(Kept.id(3), "The cat, 100 % done");
        sessions.tag(Kept.id(2), List.of("travel"));

        assertEquals(List.of(Kept.id(3), Kept.id(2)), ids(SessionQuery.ALL.ofMode("language")));
        assertEquals(List.of(Kept.id(2)), ids(SessionQuery.ALL.ofMode("language").inLanguage("es")));
        assertEquals(List.of(Kept.id(2)),
                ids(SessionQuery.ALL.between(Kept.session(2).started(), Kept.session(3).started())));
        assertEquals(List.of(Kept.id(2)), ids(SessionQuery.ALL.tagged("travel")));
        assertEquals(List.of(Kept.id(2)), ids(SessionQuery.ALL.saying("estacion donde")));
        assertEquals(List.of(Kept.id(3)), ids(SessionQuery.ALL.saying("猫")));
        assertEquals(List.of(Kept.id(3)), ids(SessionQuery.ALL.saying("cat")));
        assertEquals(List.of(Kept.id(3)), ids(SessionQuery.ALL.saying("%")));
        assertEquals(List.of(), ids(SessionQuery.ALL.saying("dog")));
        assertEquals(3, ids(SessionQuery.ALL.saying("  ")).size());
    }

    @Test
    void titleAndTagsAreGivenAndTakenAway() throws StoreException {
        Kept.keep(store, Kept.session(1), "Hello.");
        sessions.rename(Kept.id(1), "  My first  ");
        sessions.tag(Kept.id(1), List.of("b", " a ", "", "b", "two\nlines"));

        SessionRecord named = sessions.list(SessionQuery.ALL, 0, 1).getFirst();
        assertEquals("My first", named.title());
        assertEquals(List.of("a", "b", "two lines"), named.tags());
        assertEquals(List.of("a", "b", "two lines"), sessions.tags());
        sessions.rename(Kept.id(1), "");
        sessions.tag(Kept.id(1), List.of());
        SessionRecord plain = sessions.list(SessionQuery.ALL, 0, 1).getFirst();
        assertEquals("", plain.title());
        assertEquals(List.of(), plain.tags());
        sessions.tag(Kept.id(7), List.of("of nothing"));
        assertEquals(List.of(), sessions.tags());
    }

    @Test
    void whatWasKeptElsewhereIsAddedOnce() throws StoreException {
        StoredSession whole = Kept.whole(Kept.session(1), List.of(Message.user("One."), Message.partner("Two.")));

        assertTrue(sessions.add(whole));
        assertFalse(sessions.add(whole));

        assertEquals(Optional.of(whole), sessions.open(Kept.id(1)));
    }

    @Test
    void tenThousandMessagesAreListedSearchedAndOpened() throws StoreException {
        for (int session = 0; session < 500; session++) {
            List<String> said = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                said.add("Sentence " + i + " of session " + session + " about system design and caches"
                        + (i == 7 && session % 100 == 0 ? ", with a needle." : "."));
            }
            Kept.keep(store, Kept.session(session), said.toArray(String[]::new));
        }

        assertEquals(500, sessions.count(SessionQuery.ALL));
        assertEquals(Kept.id(449), sessions.list(SessionQuery.ALL, 50, 50).getFirst().id());
        assertEquals(20, Kept.read(store, Kept.id(250)).messages().size());
        assertEquals(5, new MessageSearch(store).find("needle", SessionQuery.ALL, 50).size());
        assertEquals(50, new MessageSearch(store).find("sentence", SessionQuery.ALL, 50).size());
        assertEquals(5, sessions.count(SessionQuery.ALL.saying("needle")));
        assertEquals(Optional.empty(), store.check());
    }

    @Test
    void namesSortByTimeAndAreSafeInFileNames() {
        Random random = new Random(1);
        SessionId first = SessionId.at(Kept.START, random);
        SessionId second = SessionId.at(Kept.START.plus(Duration.ofMillis(1)), random);

        assertTrue(first.text().compareTo(second.text()) < 0);
        assertEquals(7, UUID.fromString(first.text()).version());
        assertEquals(2, UUID.fromString(first.text()).variant());
        assertThrows(IllegalArgumentException.class, () -> new SessionId("../../etc"));
        assertThrows(IllegalArgumentException.class, () -> new SessionId(first.text() + "\n"));
    }
}
