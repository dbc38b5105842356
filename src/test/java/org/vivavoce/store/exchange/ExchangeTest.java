package org.vivavoce.store.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vivavoce.practice.Assets;
import org.vivavoce.practice.Message;
import org.vivavoce.store.NewSession;
import org.vivavoce.store.SessionCost;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionQuery;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.Sessions;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.StoredLatency;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.StoredUtterance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExchangeTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00.123Z");
    private static final SessionId FULL = new SessionId("019aa123-0000-7000-8000-000000000001");
    private static final SessionId BARE = new SessionId("019aa123-0000-7000-8000-000000000002");

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final JsonExport json = new JsonExport();

    private static StoredMessage said(int position, int second, Message message, int fullLength, boolean typed) {
        return new StoredMessage(position, message, Duration.ofSeconds(second), fullLength, typed);
    }

    private static StoredUtterance recording(OptionalInt position, String file, int atMillis) {
        return new StoredUtterance(position, file, Duration.ofMillis(atMillis), Duration.ofMillis(900));
    }

    /** All that can be kept of a session. */
    private static StoredSession full() {
        List<StoredMessage> messages = List.of(
                said(0, 0, Message.partner("Hello! <b>Tell</b> me & me about *yourself*."), 44, false),
                said(2, 5, Message.user("# I am \"Ada\".\nAnd you? \\ 我的猫 🐈"), 34, true),
                new StoredMessage(3, Message.interruptedPartner("Nice to"), Duration.ofSeconds(9), 28, false,
                        Optional.of(Duration.ofMillis(1240))),
                said(4, 71, Message.interruptingUser("Wait."), 5, false),
                said(7, 80, Message.direction("Be kind."), 8, false));
        SessionRecord session = new SessionRecord(new NewSession(FULL, "language", "Language", "es", START),
                Optional.of(START.plusSeconds(90)), "My <first> talk", List.of("a&b", "travel"), 4,
                Duration.ofSeconds(80));
        return new StoredSession(session, messages,
                List.of(recording(OptionalInt.of(2), "user/1.opus", 4000),
                        recording(OptionalInt.empty(), "2.opus", 6000)),
                List.of(new StoredLatency(1, Map.of("soft end", -200L, "first sound", 900L)),
                        new StoredLatency(3, Map.of("first sound", 700L))),
                Optional.of(new SessionCost(OptionalLong.of(1234), 1, 2, 3, Duration.ofMillis(900))));
    }

    /** As little as there can be. */
    private static StoredSession bare() {
        return new StoredSession(
                new SessionRecord(new NewSession(BARE, "chat", "Free chat", "", START.plusSeconds(500)),
                        Optional.empty(), "", List.of(), 1, Duration.ZERO),
                List.of(said(0, 0, Message.user("Hi.\u2028\t\"\\"), 7, false)), List.of(), List.of(),
                Optional.of(new SessionCost(OptionalLong.empty(), 0, 0, 0, Duration.ZERO)));
    }

    private static List<StoredSession> throughAStore(Path file, List<StoredSession> sessions) throws StoreException {
        try (Store store = Store.open(file, Clock.systemUTC()).store().orElseThrow()) {
            Sessions kept = new Sessions(store);
            for (StoredSession session : sessions) {
                assertTrue(kept.add(session));
            }
            List<StoredSession> read = new ArrayList<>();
            for (SessionRecord record : kept.list(SessionQuery.ALL, 0, 10).reversed()) {
                read.add(kept.open(record.id()).orElseThrow());
            }
            return read;
        }
    }

    @Test
    void exportImportAndExportGivesTheSameBytes() throws Exception {
        List<StoredSession> first = throughAStore(folder.resolve("first.db"), List.of(full(), bare()));
        String exported = json.write(first);

        List<StoredSession> imported = json.read(exported);
        List<StoredSession> second = throughAStore(folder.resolve("second.db"), imported);

        assertEquals(List.of(full(), bare()), first);
        assertEquals(first, imported);
        assertEquals(exported, json.write(second));
        assertFalse(exported.contains("\r"));
    }

    @Test
    void anExportIsWhatItsDescriptionSays() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(mapper.readTree(Assets.text("schema/sessions-1.schema.json")));

        assertEquals(List.of(), schema.validate(mapper.readTree(json.write(List.of(full(), bare())))));
        assertEquals(List.of(), schema.validate(mapper.readTree(json.write(List.of()))));
        assertFalse(schema.validate(mapper.readTree(json.write(List.of(full())).replace("\"user\"", "\"nobody\"")))
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            viva-voce-sessions          | something-else       | This is no export of conversations.
            "version" : 1               | "version" : 2        | These conversations were exported by a newer version of the program: read them with that one.
            "role" : "user"             | "role" : "nobody"    | This export of conversations is damaged: nothing of it was read.
            "typed" : true              | "tipped" : true      | This export of conversations is damaged: nothing of it was read.
            "title" : "My <first> talk" | "title" : null       | This export of conversations is damaged: nothing of it was read.
            "soft end" : -200           | "soft end" : null    | This export of conversations is damaged: nothing of it was read.
            "typed" : true              | "typed" : null       | This export of conversations is damaged: nothing of it was read.
            "position" : 2,             | "position" : 0,      | This export of conversations is damaged: nothing of it was read.
            "saidMs" : 5000             | "saidMs" : -1        | This export of conversations is damaged: nothing of it was read.
            "user/1.opus"               | "../../1.opus"       | This export of conversations is damaged: nothing of it was read.
            "user/1.opus"               | "/etc/passwd"        | This export of conversations is damaged: nothing of it was read.
            "user/1.opus"               | null                 | This export of conversations is damaged: nothing of it was read.
            019aa123-0000               | ../../../0000        | This export of conversations is damaged: nothing of it was read.
            2026-11-21T10:00:00.123Z    | yesterday            | This export of conversations is damaged: nothing of it was read.
            """)
    void whatIsNoExportIsToldInOneSentence(String right, String wrong, String sentence) {
        String text = json.write(List.of(full()));
        assertTrue(text.contains(right), text);

        UnreadableExportException thrown = assertThrows(UnreadableExportException.class,
                () -> json.read(text.replace(right, wrong)));

        assertEquals(sentence, thrown.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''   | This is no export of conversations.
            []   | This is no export of conversations.
            {    | This export of conversations is damaged: nothing of it was read.
            """)
    void whatIsNoJsonIsTold(String text, String sentence) {
        assertEquals(sentence, assertThrows(UnreadableExportException.class, () -> json.read(text)).getMessage());
    }

    @Test
    void asMarkdownItReadsAsItWasSaid() {
        assertEquals("""
                # My \\<first\\> talk

                *21 November 2026, 10:00 · Language · Spanish · 1:20 · a\\&b · travel*

                **Partner** (0:00)

                Hello! \\<b\\>Tell\\</b\\> me \\& me about \\*yourself\\*.

                **You** (0:05, typed)

                \\# I am "Ada".
                And you? \\\\ 我的猫 🐈

                **Partner** (0:09, was broken into, 25 % heard)

                Nice to —

                **You** (1:11, broke in)

                Wait.
                """, new MarkdownExport(ZoneOffset.UTC).write(full()));
    }

    @Test
    void asHtmlNothingThatWasSaidIsTakenForMarkup() {
        String page = new HtmlExport(ZoneOffset.UTC).write(full());

        assertTrue(page.contains("<h1 dir=\"auto\">My &lt;first&gt; talk</h1>"), page);
        assertTrue(page.contains("<html lang=\"es\">"));
        assertTrue(page.contains("""
                <article class="said">
                <h2>Partner <span>0:00</span></h2>
                <p dir="auto">Hello! &lt;b&gt;Tell&lt;/b&gt; me &amp; me about *yourself*.</p>
                </article>
                """));
        assertTrue(page.contains("""
                <article class="said cut">
                <h2>Partner <span>0:09 · was broken into, 25 % heard</span></h2>
                <p dir="auto">Nice to</p>
                </article>
                <article class="said you">
                <h2>You <span>1:11 · broke in</span></h2>
                <p dir="auto">Wait.</p>
                </article>
                """));
        assertFalse(page.contains("<b>"));
        assertFalse(page.contains("Be kind."), "nobody heard it");
    }

    @Test
    void asPdfItIsReadAsItWasSaid() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new PdfExport(ZoneOffset.UTC).write(full(), file);

        String text;
        try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
            assertEquals("My <first> talk", document.getDocumentInformation().getTitle());
            assertEquals("es", document.getDocumentCatalog().getLanguage());
            text = new PDFTextStripper().getText(document);
        }
        assertTrue(text.contains("""
                My <first> talk
                21 November 2026, 10:00 · Language · Spanish · 1:20 · a&b · travel
                Partner  0:00
                Hello! <b>Tell</b> me & me about *yourself*.
                You  0:05 · typed
                # I am "Ada".
                """), text);
        assertTrue(text.contains("Partner  0:09 · was broken into, 25 % heard"), text);
        assertTrue(text.contains("Nice to —"), text);
        assertFalse(text.contains("Be kind."), "nobody heard it");
    }

    @Test
    void itsSoundIsWrittenInTheOrderInWhichItWasSaidWithTheTranscriptBesideIt() throws Exception {
        Path recordings = folder.resolve("recordings");
        Path sound = Files.createDirectories(recordings.resolve(FULL.text()).resolve("user"));
        Files.writeString(sound.resolve("1.opus"), "sound of the first");
        Path file = folder.resolve("talk.zip");

        Optional<String> remark = new Exporter(recordings, ZoneOffset.UTC).write(full(), ExportFormat.ZIP, file);

        assertEquals(Optional.of("Left out, as their files are missing: 1 recording."), remark);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(List.of("sound/0001-you.opus", "transcript.json"),
                    zip.stream().map(ZipEntry::getName).toList());
            assertEquals("sound of the first", text(zip, "sound/0001-you.opus"));
            StoredSession transcript = json.read(text(zip, "transcript.json")).getFirst();
            assertEquals(List.of("sound/0001-you.opus"),
                    transcript.utterances().stream().map(StoredUtterance::file).toList());
            assertEquals(full().messages(), transcript.messages());
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(zip.getInputStream(Objects.requireNonNull(zip.getEntry(name))))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatCannotBeWrittenLeavesTheFileThatWasThere() throws Exception {
        Path file = folder.resolve("talk.zip");
        Files.writeString(file, "of yesterday");

        assertThrows(UnwritableExportException.class,
                () -> new Exporter(folder.resolve("recordings"), ZoneOffset.UTC).write(bare(), ExportFormat.ZIP, file));

        assertEquals("of yesterday", Files.readString(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void aSessionWithoutATitleHasTheNameOfItsMode() {
        assertTrue(new HtmlExport(ZoneOffset.UTC).write(bare()).contains("<title>Free chat</title>"));
        assertTrue(new MarkdownExport(ZoneOffset.UTC).write(bare()).startsWith("""
                # Free chat

                *21 November 2026, 10:08 · 0:00*
                """));
    }
}
