package org.vivavoce.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.ai.Stage;
import org.vivavoce.api.ServedProgram.Event;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.practice.Message;
import org.vivavoce.store.NewSession;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Sessions over HTTP: begun, held, shown, listed, deleted. */
class ServedSessionsTest {

    private static final int MANY = 50;

    private final ServedProgram program;

    ServedSessionsTest(@TempDir Path folder) throws Exception {
        Path modes = Files.createDirectories(folder.resolve("modes"));
        Files.writeString(modes.resolve("pirate.toml"), Files.readString(Path.of("assets/modes/chat.toml"))
                .replace("id = \"chat\"", "id = \"pirate\"").replace("name = \"Free chat\"", "name = \"Pirates\""));
        program = new ServedProgram(folder, ApiOptions.usual().withRequestsPerMinute(100_000));
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void aSessionBeginsWithTheOpeningWhereItIsWanted() throws Exception {
        HttpResponse<String> begun = program.post("/v1/sessions", "{\"mode\": \"language\", \"language\": \"es\"}");

        assertEquals(201, begun.statusCode());
        JsonNode session = program.json(begun);
        String id = session.path("id").asText();
        assertEquals(Optional.of("/v1/sessions/" + id), begun.headers().firstValue("Location"));
        assertEquals("es", session.path("language").asText());
        assertEquals("partner", session.at("/messages/0/role").asText());
        assertEquals(session, program.json(program.get("/v1/sessions/" + id)));
    }

    @Test
    void aReplyIsStreamedAndTheHistoryIsWhatWasSent() throws Exception {
        program.server().script().replies("Partly right. A cache helps with reading.", "And with writing?");
        String id = program.begin("interview");
        List<Event> first = program.say(id, "I would add a cache.");
        List<Event> second = program.say(id, "Then reads are fast.");

        assertTrue(first.stream().filter(event -> event.name().equals("text")).count() > 3, "it comes in pieces");
        assertEquals("Partly right. A cache helps with reading.", ServedProgram.text(first));
        assertEquals("done", first.getLast().name());
        assertEquals(ServedProgram.text(first), first.getLast().text());
        assertEquals("And with writing?", ServedProgram.text(second));
        assertEquals(List.of("user: I would add a cache.", "partner: Partly right. A cache helps with reading.",
                "user: Then reads are fast.", "partner: And with writing?"), program.history(id));
        assertEquals(4, program.server().log().of(Stage.CHAT).getLast().messages().size(), "the model knows all of it");
    }

    @Test
    void fiftySessionsAtOnceAreEachAnsweredForThemselves() throws Exception {
        program.server().script().repliesBy(request -> "You said: " + request.messages().getLast() + " It is noted.");
        List<Future<String>> done = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < MANY; client++) {
                int number = client;
                done.add(clients.submit(() -> talk(number)));
            }
        }
        List<String> ids = new ArrayList<>();
        for (Future<String> each : done) {
            ids.add(each.get());
        }

        JsonNode list = program.json(program.get("/v1/sessions?limit=500"));
        assertEquals(MANY, list.path("total").asInt());
        assertEquals(MANY, list.path("sessions").size());
        for (String id : ids) {
            assertEquals(204, program.delete("/v1/sessions/" + id).statusCode());
        }
        assertEquals(0, program.json(program.get("/v1/sessions")).path("total").asInt());
        assertEquals(404, program.get("/v1/sessions/" + ids.getFirst()).statusCode());
        assertEquals(0, program.server().openRequests());
    }

    private String talk(int client) throws Exception {
        String id = program.begin("chat");
        List<String> sent = new ArrayList<>();
        for (int turn = 0; turn < 3; turn++) {
            String text = "I am client " + client + ", turn " + turn + ".";
            List<Event> events = program.say(id, text);
            sent.addAll(List.of("user: " + text, "partner: " + ServedProgram.text(events)));
            assertEquals("You said: user: " + text + " It is noted.", ServedProgram.text(events));
        }
        assertEquals(sent, program.history(id));
        return id;
    }

    @Test
    void sessionsAreListedFoundAndPaged() throws Exception {
        program.server().script().repliesBy(request -> "I see.");
        String first = program.begin("chat");
        program.say(first, "I built a lighthouse.");
        String second = program.begin("interview");
        program.say(second, "I repaired a bridge.");

        assertEquals(List.of(second, first), ids("/v1/sessions"));
        assertEquals(List.of(first), ids("/v1/sessions?query=lighthouse"));
        assertEquals(List.of(second), ids("/v1/sessions?mode=interview"));
        assertEquals(List.of(first), ids("/v1/sessions?limit=1&skip=1"));
        assertEquals(List.of(), ids("/v1/sessions?before=2020-01-01T00:00:00Z"));
    }

    private List<String> ids(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        program.json(program.get(path)).path("sessions").forEach(session -> ids.add(session.path("id").asText()));
        return ids;
    }

    @Test
    void aSessionInWhichNothingWasSaidIsThereUntilItIsDeleted() throws Exception {
        String id = program.begin("chat");

        assertEquals(List.of(), program.history(id));
        assertEquals(204, program.delete("/v1/sessions/" + id).statusCode());
        assertEquals(404, program.get("/v1/sessions/" + id).statusCode());
        assertEquals(404, program.delete("/v1/sessions/" + id).statusCode());
    }

    @Test
    void theUsersOwnModesAreThere() throws Exception {
        List<String> modes = new ArrayList<>();
        program.json(program.get("/v1/modes")).path("modes").forEach(mode -> modes.add(mode.path("id").asText()));

        assertEquals(List.of("interview", "language", "chat", "pirate"), modes);
        String id = program.begin("pirate");
        assertEquals("Pirates", program.json(program.get("/v1/sessions/" + id)).path("modeName").asText());
    }

    @Test
    void aSessionThatWasHeldByVoiceGoesOn() throws Exception {
        SessionId id = new SessionId("00000000-0000-7000-8000-000000000001");
        List<StoredMessage> said = List.of(
                new StoredMessage(0, Message.partner("Hello! What do you build?"), Duration.ZERO, 25, false),
                new StoredMessage(1, Message.user("A lighthouse."), Duration.ofSeconds(4), 13, false));
        Instant started = Instant.parse("2026-11-20T10:00:00Z");
        new Sessions(program.store()).add(new StoredSession(
                new SessionRecord(new NewSession(id, "chat", "Free chat", "en", started),
                        Optional.of(started.plusSeconds(9)), "", List.of(), 2, Duration.ofSeconds(4)),
                said, List.of(), List.of(), Optional.empty()));
        program.server().script().replies("How tall is it?");
        program.say(id.text(), "It is nearly done.");

        assertEquals(List.of("partner: Hello! What do you build?", "user: A lighthouse.", "user: It is nearly done.",
                "partner: How tall is it?"), program.history(id.text()));
        SeenRequest asked = program.server().log().of(Stage.CHAT).getLast();
        assertTrue(asked.messages().contains("user: A lighthouse."));
    }

    @Test
    void theTokenIsInAFileThatOnlyTheOwnerReadsAndGoesWithTheServer() throws Exception {
        Path file = program.data().resolve("api-token");

        assertEquals(program.serving().token(), Files.readString(file).strip());
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals("[OWNER_READ, OWNER_WRITE]",
                    new java.util.TreeSet<>(Files.getPosixFilePermissions(file)).toString());
        }
        program.serving().close();
        assertFalse(Files.exists(file));
    }
}
