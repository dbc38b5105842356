package org.vivavoce.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vivavoce.session.Trace;

/** Writes a trace as one JSON object a line, flushed line by line. Thread-safe. A disk that fills ends the trace, not the conversation. */
public final class JsonTrace implements Trace, AutoCloseable {

    private final ObjectMapper mapper = new ObjectMapper();
    private final BufferedWriter out;
    private boolean broken; // guarded by this

    private final boolean withText;

    /**
     * Opens the file.
     *
     * @param withText whether what is said goes into it as well
     * @throws IOException when the file cannot be written
     */
    public JsonTrace(Path file, boolean withText) throws IOException {
        this.withText = withText;
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void event(long atMillis, String event, Map<String, Object> values) {
        if (broken) {
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ms", atMillis);
        line.put("event", event);
        line.putAll(values);
        try {
            out.write(mapper.writeValueAsString(line));
            out.newLine();
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("trace values must be numbers, truths and strings", e);
        } catch (IOException e) {
            broken = true;
        }
    }

    @Override
    public void text(long atMillis, String event, String text) {
        if (withText) {
            event(atMillis, event, Map.of("text", text));
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            broken = true;
        }
    }
}
