package org.vivavoce.store.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.vivavoce.store.StoredSession;

/**
 * Sessions as JSON, and back without loss: what was read is written as the same bytes. Any thread; immutable.
 *
 * <p>The form is described by {@code assets/schema/sessions-1.schema.json}. A later version of it has another number.
 */
public final class JsonExport {

    private static final String FORMAT = "viva-voce-sessions";
    private static final int VERSION = 1;

    // A field that is not known would be lost: better to say so.
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final ObjectWriter writer; // the same line ends on each system

    /** The file. */
    record File(@JsonProperty(required = true) String format, @JsonProperty(required = true) int version,
            @JsonProperty(required = true) List<SessionJson> sessions) {}

    /** Ready at once. */
    public JsonExport() {
        writer = mapper.writer(printer());
    }

    /** Two spaces, and the same line ends on each system. */
    static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        return printer;
    }

    /** Sessions as the text of a file, in the order they are given. */
    public String write(List<StoredSession> sessions) {
        try {
            return writer.writeValueAsString(
                    new File(FORMAT, VERSION, sessions.stream().map(SessionJson::of).toList())) + "\n";
        } catch (JacksonException e) {
            throw new IllegalStateException("Texts and numbers can always be written", e);
        }
    }

    /** One session as it stands in such a file. */
    public JsonNode tree(StoredSession session) {
        return mapper.valueToTree(SessionJson.of(session));
    }

    /** The sessions of such a file. */
    public List<StoredSession> read(String text) throws UnreadableExportException {
        try {
            JsonNode tree = mapper.readTree(text);
            if (!tree.path("format").asText().equals(FORMAT)) {
                throw new UnreadableExportException("This is no export of conversations.");
            }
            if (tree.path("version").asInt() > VERSION) {
                throw new UnreadableExportException(
                        "These conversations were exported by a newer version of the program: "
                                + "read them with that one.");
            }
            return mapper.treeToValue(tree, File.class).sessions().stream().map(SessionJson::session).toList();
        } catch (JacksonException | RuntimeException e) { // what is wrong in it may repeat what was said
            throw new UnreadableExportException("This export of conversations is damaged: nothing of it was read.");
        }
    }
}
