package org.vivavoce.tools;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.ai.Tool;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.ai.Toolbox;
import org.vivavoce.store.Idea;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The tools as the chat model calls them, with a real store. */
class IdeaToolsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;
    private final List<String> told = new ArrayList<>();
    private final List<Idea> saved = new ArrayList<>();
    @SuppressWarnings("NullAway.Init") // opened before each test
    private Store store;
    @SuppressWarnings("NullAway.Init") // the same
    private IdeaBook book;
    @SuppressWarnings("NullAway.Init") // the same
    private Toolbox tools;

    private final ToolListener listener = new ToolListener() {
        @Override
        public void saved(List<Idea> ideas) {
            told.add("saved " + ideas.stream().map(Idea::text).toList());
            saved.addAll(ideas);
        }

        @Override
        public void takenBack(Idea idea) {
            told.add("taken back " + idea.text());
        }

        @Override
        public void timeGiven(Duration length, String what) {
            told.add(length.toSeconds() + " s for " + what);
        }

        @Override
        public void timeCancelled() {
            told.add("no time");
        }

        @Override
        public void ending() {
            told.add("ending");
        }
    };

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("vivavoce.db"), CLOCK).store().orElseThrow();
        book = new IdeaBook(new org.vivavoce.store.Ideas(store), Optional.empty(), CLOCK);
        List<Tool> all = List.of(new SaveIdeas(book, listener), new TakeBackIdea(book, listener),
                new ListIdeas(book, ZoneOffset.UTC), new EarlierConversations(store, ZoneOffset.UTC),
                new SetTimer(listener), new CancelTimer(listener), new EndConversation(listener));
        tools = new Toolbox(all, fault -> {
            throw fault;
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void threeNamesAreThreeIdeas() {
        assertEquals("Saved: 3. Confirm it in a word or two.",
                call("save_ideas", "{\"ideas\": [\"Ada\", \"Grace\", \"Lin\"]}"));
        assertEquals(List.of("saved [Ada, Grace, Lin]"), told);
        assertEquals("3 in all.\n2026-11-22: Lin\n2026-11-22: Grace\n2026-11-22: Ada", call("list_ideas", ""));
    }

    @Test
    void whatWasSavedInThisConversationIsNotSavedTwice() {
        call("save_ideas", "{\"ideas\": \"A bridge\"}");
        assertEquals("They were saved already.", call("save_ideas", "{\"ideas\": [\" a bridge \"]}"));
        assertEquals(1, told.size());
    }

    @Test
    void theLastIdeaCanBeTakenBack() {
        call("save_ideas", "{\"ideas\": [\"Ada\", \"Grace\"]}");
        assertEquals("Taken back: Grace", call("take_back_last_idea", "{}"));
        assertEquals("1 in all.\n2026-11-22: Ada", call("list_ideas", "{}"));
        assertEquals("Taken back: Ada", call("take_back_last_idea", "{}"));
        assertEquals("Nothing was saved in this conversation.", call("take_back_last_idea", "{}"));
        assertEquals("There are none.", call("list_ideas", "{}"));
        assertEquals(List.of("saved [Ada, Grace]", "taken back Grace", "taken back Ada"), told);
    }

    @Test
    void whatTheUserTakesBackInTheWindowCanBeSavedAgain() throws StoreException {
        call("save_ideas", "{\"ideas\": [\"Ada\", \"Grace\"]}");
        book.takeBack(List.of(saved.getFirst()));
        book.takeBack(List.of(saved.getFirst())); // twice does no harm
        assertEquals("1 in all.\n2026-11-22: Grace", call("list_ideas", "{}"));
        assertEquals("Saved: 1. Confirm it in a word or two.", call("save_ideas", "{\"ideas\": [\"Ada\"]}"));
        assertEquals("Taken back: Ada", call("take_back_last_idea", "{}"));
    }

    @Test
    void timeForAnAnswerIsFromFiveSecondsToTenMinutes() {
        assertTrue(call("set_timer", "{\"seconds\": 90, \"what\": \" your\\nfailure story \"}").startsWith("Set."));
        assertTrue(call("set_timer", "{\"seconds\": \"120\"}").startsWith("Set."));
        assertEquals("The call was malformed: \"seconds\" must be a number from 5 to 600. Nothing was done.",
                call("set_timer", "{\"seconds\": 4}"));
        assertTrue(call("set_timer", "{\"seconds\": 601}").startsWith("The call was malformed"));
        assertTrue(call("set_timer", "{\"what\": \"a story\"}").startsWith("The call was malformed"));
        assertEquals("No time runs any more.", call("cancel_timer", ""));
        assertEquals(List.of("90 s for your failure story", "120 s for ", "no time"), told);
    }

    @Test
    void aCallWithoutIdeasIsMalformedAndNothingIsSaved() {
        assertTrue(call("save_ideas", "{}").startsWith("The call was malformed"));
        assertTrue(call("save_ideas", "{\"ideas\": []}").startsWith("The call was malformed"));
        assertEquals("There are none.", call("list_ideas", ""));
    }

    @Test
    void whereNothingCanBeKeptTheModelIsTold() {
        store.close();
        assertEquals("It did not work: nothing can be kept at the moment.",
                call("save_ideas", "{\"ideas\": [\"Ada\"]}"));
        assertEquals("It did not work: the ideas can't be read at the moment.", call("list_ideas", ""));
        assertEquals("It did not work: earlier conversations can't be read at the moment.",
                call("look_up_earlier_conversations", "{\"words\": \"bridge\"}"));
        assertEquals(List.of(), told);
    }

    @Test
    void onlyWhatLeavesSomethingWaitsForTheEndOfTheTurn() {
        assertTrue(leaves("save_ideas") && leaves("take_back_last_idea") && leaves("end_conversation")
                && leaves("set_timer") && leaves("cancel_timer"));
        assertFalse(leaves("list_ideas") || leaves("look_up_earlier_conversations"));
    }

    @Test
    void withoutEarlierConversationsThatIsSaid() {
        assertEquals("There were none.", call("look_up_earlier_conversations", ""));
        assertEquals("Nothing was said about that.",
                call("look_up_earlier_conversations", "{\"words\": \"bridge\"}"));
        assertEquals("It ends when you have said goodbye.", call("end_conversation", ""));
        assertEquals(List.of("ending"), told);
    }

    private boolean leaves(String name) {
        return tools.leavesSomething(new ToolCall("call_1", name, ""));
    }

    private String call(String name, String arguments) {
        return tools.run(new ToolCall("call_1", name, arguments));
    }
}
