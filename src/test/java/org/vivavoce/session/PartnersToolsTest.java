package org.vivavoce.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.Tool;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.ai.Toolbox;
import org.vivavoce.notes.Note;
import org.vivavoce.notes.Notes;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.practice.Message;
import org.vivavoce.store.Idea;
import org.vivavoce.store.Ideas;
import org.vivavoce.store.Store;
import org.vivavoce.tools.CancelTimer;
import org.vivavoce.tools.IdeaBook;
import org.vivavoce.tools.LookIntoNotes;
import org.vivavoce.tools.SaveIdeas;
import org.vivavoce.tools.SetTimer;
import org.vivavoce.tools.ToolListener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The partner's own tools, called in conversations with the local server: a real store, real notes, the conversation's own time. */
class PartnersToolsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final Notes NOTES = new Notes(List.of(new Note("résumé.md", "Ten years of bridges.")));

    @TempDir
    Path folder = Path.of("set by JUnit");
    private final LocalOpenAi server;
    private final List<List<Idea>> saved = new CopyOnWriteArrayList<>();
    @SuppressWarnings("NullAway.Init") // opened before each test
    private Store store;

    PartnersToolsTest() throws Exception {
        server = FaultyConversation.server();
    }

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("vivavoce.db"), CLOCK).store().orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
    }

    private FaultyConversation talk() {
        return new FaultyConversation(server, "gpt-4o-mini-tts", Duration.ofSeconds(10), this::tools);
    }

    private Toolbox tools(FaultyConversation conversation) {
        ToolListener listener = new ToolListener() {
            @Override
            public void saved(List<Idea> ideas) {
                saved.add(ideas);
            }

            @Override
            public void takenBack(Idea idea) {
                throw new AssertionError("nothing is taken back here");
            }

            @Override
            public void timeGiven(Duration length, String what) {
                conversation.talk().setTimer(length, what);
            }

            @Override
            public void timeCancelled() {
                conversation.talk().cancelTimer();
            }

            @Override
            public void ending() {
                throw new AssertionError("nobody says goodbye here");
            }
        };
        List<Tool> all = List.of(new SaveIdeas(new IdeaBook(new Ideas(store), Optional.empty(), CLOCK), listener),
                new LookIntoNotes(NOTES), new SetTimer(listener), new CancelTimer(listener));
        return new Toolbox(all, fault -> {
            throw fault;
        });
    }

    private static ToolCall call(String id, String name, String arguments) {
        return new ToolCall(id, name, arguments);
    }

    private List<String> lastMessages() {
        List<SeenRequest> asked = server.log().of(Stage.CHAT);
        return asked.getLast().messages();
    }

    @Test
    void ideasNotesAndATimerAreCalledInOneReplyAndTheAnswerIsStreamedOn() throws Exception {
        try (FaultyConversation talk = talk()) {
            server.script().calls("", List.of(call("call_1", "save_ideas", "{\"ideas\": [\"Ada\", \"Grace\"]}"),
                    call("call_2", "look_into_notes", "{\"query\": \"bridges\"}"),
                    call("call_3", "set_timer", "{\"seconds\": 300, \"what\": \"a story\"}")));
            talk.says();

            assertEquals(List.of(), talk.troubles());
            assertEquals(List.of("Ada", "Grace"), saved.getFirst().stream().map(Idea::text).toList());
            assertEquals(2, new Ideas(store).list().size());
            List<String> sent = lastMessages();
            assertTrue(sent.contains("tool: From résumé.md:\nTen years of bridges."), String.valueOf(sent));
            assertTrue(sent.getLast().startsWith("tool: Set."), String.valueOf(sent));
            assertEquals(Message.partner(FaultyConversation.REPLY), talk.end().getLast());
        }
    }

    @Test
    void whenTheTimeIsUpThePartnerIsToldAndSaysSo() throws Exception {
        try (FaultyConversation talk = talk()) {
            server.script().calls("", List.of(call("call_1", "set_timer", "{\"seconds\": 5}")));
            talk.says();
            int before = talk.requests(Stage.CHAT);
            talk.rests(Duration.ofSeconds(4));
            assertEquals(before, talk.requests(Stage.CHAT));
            talk.rests(Duration.ofSeconds(3));

            assertEquals(before + 1, talk.requests(Stage.CHAT));
            assertTrue(lastMessages().stream().anyMatch(
                    message -> message.startsWith("system: The time that you gave the user is up now.")),
                    String.valueOf(lastMessages()));
            assertEquals(List.of(Message.partner(FaultyConversation.REPLY), Message.partner(FaultyConversation.REPLY)),
                    talk.end().subList(1, 3));
        }
    }

    @Test
    void aMalformedTimerIsAnsweredToTheModelAndACancelledOneIsNeverUp() throws Exception {
        try (FaultyConversation talk = talk()) {
            server.script().calls("", List.of(call("call_1", "set_timer", "{\"seconds\": 5}"),
                    call("call_2", "set_timer", "{\"seconds\": \"soon\"}"), call("call_3", "cancel_timer", "{}")));
            talk.says();

            assertEquals(List.of(), talk.troubles());
            assertTrue(lastMessages().contains(
                    "tool: The call was malformed: \"seconds\" must be a number from 5 to 600. Nothing was done."));
            int before = talk.requests(Stage.CHAT);
            talk.rests(Duration.ofSeconds(8));
            assertEquals(before, talk.requests(Stage.CHAT));
        }
    }

    @Test
    void whatTheUserTookBackIsNotClaimedToBeSaved() throws Exception {
        try (FaultyConversation talk = talk()) {
            server.script().calls("", List.of(call("call_1", "save_ideas", "{\"ideas\": \"Ada\"}")));
            talk.says();
            talk.talk().direct("The user has taken back \"Ada\".");
            talk.says();

            List<String> sent = lastMessages();
            int told = sent.indexOf("system: The user has taken back \"Ada\".");
            assertEquals(sent.size() - 2, told, String.valueOf(sent));
            assertFalse(talk.end().stream().anyMatch(message -> message.text().contains("taken back")));
        }
    }
}
