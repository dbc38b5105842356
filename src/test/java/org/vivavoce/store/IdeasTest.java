package org.vivavoce.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IdeasTest {

    @TempDir
    Path folder = Path.of("set by JUnit");

    private Store store;
    private Ideas ideas;

    @BeforeEach
    void open() {
        store = Kept.open(folder);
        ideas = new Ideas(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Idea save(int day, String text) throws StoreException {
        return ideas.save(Optional.empty(), text, Kept.START.plus(Duration.ofDays(day)));
    }

    @Test
    void theyAreListedTheNewestFirstAndOfASessionInOrder() throws StoreException {
        Kept.keep(store, Kept.session(1), "Hello.");
        Idea first = ideas.save(Optional.of(Kept.id(1)), " Ada ", Kept.START);
        Idea second = ideas.save(Optional.of(Kept.id(1)), "Grace", Kept.START);
        Idea other = save(1, "Barbara");

        assertEquals(List.of(other, second, first), ideas.list());
        assertEquals(List.of(first, second), ideas.of(Kept.id(1)));
        assertEquals("Ada", first.text());
        assertEquals(Optional.of(Kept.id(1)), first.session());
    }

    @Test
    void anIdeaOfASessionThatIsNotKeptYetIsKept() throws StoreException {
        assertEquals(Optional.empty(), ideas.save(Optional.of(Kept.id(1)), "Ada", Kept.START).session());
        assertEquals(1, ideas.list().size());
    }

    @Test
    void whatIsTakenBackComesAgainUntilItIsForgotten() throws Exception {
        Idea idea = save(0, "plantedxylophone");
        Idea kept = save(0, "Grace");

        assertTrue(ideas.remove(idea.id(), Kept.START));
        assertFalse(ideas.remove(idea.id(), Kept.START));
        assertEquals(List.of(kept), ideas.list());
        assertTrue(ideas.restore(idea.id()));
        assertFalse(ideas.restore(idea.id()));
        assertEquals(2, ideas.list().size());

        ideas.remove(idea.id(), Kept.START);
        ideas.forgetRemovedBefore(Kept.START);
        assertTrue(ideas.restore(idea.id()), "not before that time");
        ideas.remove(idea.id(), Kept.START);
        ideas.forgetRemovedBefore(Kept.START.plusSeconds(1));
        assertFalse(ideas.restore(idea.id()));
        String bytes = new String(Files.readAllBytes(Kept.file(folder)), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("plantedxylophone"));
        assertTrue(save(0, "Barbara").id() > idea.id(), "a number is given once");
    }

    @Test
    void theTextCanBeChangedAsLongAsItIsThere() throws StoreException {
        Idea idea = save(0, "Ada");
        assertTrue(ideas.change(idea.id(), " Ada Lovelace "));
        assertEquals(List.of(new Idea(idea.id(), idea.session(), "Ada Lovelace", idea.created())), ideas.list());
        ideas.remove(idea.id(), Kept.START);
        assertFalse(ideas.change(idea.id(), "Grace"));
    }
}
