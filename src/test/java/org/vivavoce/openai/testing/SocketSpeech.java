package org.vivavoce.openai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vivavoce.ai.Stage;
import org.vivavoce.openai.testing.RealtimeLog.Entry;

/**
 * What was asked to be spoken over sockets, in the form of requests for speech, so that both ways to a voice can be checked and measured
 * alike: the fields {@code model}, {@code voice}, {@code input} and {@code instructions}. Functions without state.
 */
public final class SocketSpeech {

    private SocketSpeech() {}

    /** The sentences so far, in the order in which they were asked for. */
    public static List<SeenRequest> in(RealtimeLog log) {
        List<Entry> entries = log.all();
        List<HttpRequest> handshakes = log.handshakes();
        List<SeenRequest> requests = new ArrayList<>();
        Map<Integer, String> voices = new HashMap<>(); // by socket
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.fromClient() && entry.type().equals("session.update")) {
                voices.put(entry.socket(),
                        entry.event().path("session").path("audio").path("output").path("voice").asText(""));
            } else if (entry.fromClient() && entry.type().equals("response.create")) {
                int number = requests.size() + 1;
                HttpRequest handshake = handshakes.get(entry.socket() - 1);
                requests.add(new SeenRequest(number, Optional.of(Stage.SPEECH), number, handshake,
                        content(entry.event().path("response"), model(handshake),
                                voices.getOrDefault(entry.socket(), "")),
                        times(entry, entries.subList(i, entries.size()))));
            }
        }
        return List.copyOf(requests);
    }

    private static SeenRequest.Content content(JsonNode response, String model, String voice) {
        String text = response.path("input").path(0).path("content").path(0).path("text").asText("");
        return new SeenRequest.Content(Map.of("model", model, "voice", voice, "input", text, "instructions",
                response.path("instructions").asText("")), response, new byte[0], "", "");
    }

    private static String model(HttpRequest handshake) {
        for (String pair : handshake.query().split("&", -1)) {
            if (pair.startsWith("model=")) {
                return URLDecoder.decode(pair.substring("model=".length()), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    /** The server's answers name the response; the first of them repeats the name of the event that asked for it. */
    private static SeenRequest.Times times(Entry asked, List<Entry> after) {
        List<Entry> onSocket = after.stream().filter(entry -> entry.socket() == asked.socket()).toList();
        String response = onSocket.stream().filter(entry -> entry.type().equals("response.created"))
                .map(entry -> entry.event().path("response"))
                .filter(created -> created.path("metadata").path("sentence").asText("")
                        .equals(asked.event().path("event_id").asText()))
                .map(created -> created.path("id").asText("")).findFirst().orElse("");
        long firstByte = 0;
        for (Entry entry : onSocket) {
            JsonNode event = entry.event();
            if (firstByte == 0 && entry.type().endsWith("audio.delta")
                    && event.path("response_id").asText("").equals(response)) {
                firstByte = entry.nanos();
            } else if (entry.type().equals("response.done")
                    && event.path("response").path("id").asText("").equals(response)) {
                boolean cancelled = event.path("response").path("status").asText("").equals("cancelled");
                return new SeenRequest.Times(asked.nanos(), firstByte, cancelled ? 0 : entry.nanos(),
                        cancelled ? entry.nanos() : 0);
            } else if (entry.type().equals("closed")) {
                return new SeenRequest.Times(asked.nanos(), firstByte, 0, entry.nanos());
            }
        }
        return new SeenRequest.Times(asked.nanos(), firstByte, 0, 0);
    }
}
