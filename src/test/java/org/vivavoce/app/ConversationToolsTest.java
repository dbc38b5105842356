package org.vivavoce.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.ai.ToolCall;
import org.vivavoce.ai.ToolOffer;
import org.vivavoce.ai.Toolbox;
import org.vivavoce.notes.Note;
import org.vivavoce.notes.Notes;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Mode;
import org.vivavoce.practice.ModeCatalog;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.settings.Settings.NotesSettings;
import org.vivavoce.store.Idea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConversationToolsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final Mode CHAT = ModeCatalog.builtIn().find("chat").orElseThrow();

    @TempDir
    Path folder = Path.of("set by JUnit");
    private final List<ConversationEvent> told = new ArrayList<>();
    private final List<String> reached = new ArrayList<>();
    private Optional<KeptConversations> kept = Optional.empty();
    private final ConversationTools tools = new ConversationTools(() -> reached.add("end"),
            Optional.of(new ConversationTools.Reach() {
                @Override
                public void direct(String direction) {
                    reached.add(direction);
                }

                @Override
                public void setTimer(Duration length, String what) {
                    reached.add("timer " + length + " " + what);
                }

                @Override
                public void cancelTimer() {
                    reached.add("no timer");
                }
            }), told::add);

    private Toolbox toolbox(Notes notes) {
        KeptConversations opened = new KeptConversations(folder.resolve("vivavoce.db"), CLOCK, Runnable::run);
        kept = Optional.of(opened);
        return tools.toolbox(CHAT, opened, Optional.empty(), notes);
    }

    @AfterEach
    void close() {
        kept.ifPresent(KeptConversations::close);
    }

    private static List<String> names(Toolbox toolbox) {
        return toolbox.offers().stream().map(ToolOffer::name).toList();
    }

    @Test
    void eachModeNamesEveryToolThereIs() {
        List<String> all = names(toolbox(new Notes(List.of(new Note("cv.txt", "Bridges.")))));
        assertEquals(List.of("save_ideas", "take_back_last_idea", "list_ideas", "look_up_earlier_conversations",
                "look_into_notes", "set_timer", "cancel_timer", "end_conversation"), all);
        ModeCatalog.builtIn().modes().forEach(mode -> assertEquals(all, mode.tools()));
    }

    @Test
    void withoutNotesNobodyIsToldOfAny() {
        assertFalse(names(toolbox(Notes.NONE)).contains("look_into_notes"));
        assertEquals(CHAT, GivenNotes.in(CHAT, Notes.NONE));
        String prompt = GivenNotes.in(CHAT, new Notes(List.of(new Note("cv.txt", "Bridges."))))
                .systemPromptFor(LanguageCatalog.builtIn().english());
        assertTrue(prompt.contains("given you files to know: cv.txt."), prompt);
        assertFalse(prompt.contains("Bridges"), "what is in them is looked up");
    }

    @Test
    void whatCannotBeReadIsOneNoticeAndTheRestIsThere() throws Exception {
        Path good = Files.writeString(folder.resolve("good.txt"), "Bridges.");
        Notes notes = GivenNotes.read(
                new NotesSettings(List.of(folder.resolve("gone.txt").toString(), good.toString())), told::add);
        assertEquals(List.of("good.txt"), notes.names());
        assertEquals(
                List.of(new ConversationEvent.Noticed("Your partner goes without some of your notes. gone.txt is not "
                        + "there any more: choose it anew, or take it away from your notes.")),
                told);
    }

    @Test
    void whatWasSavedIsTakenBackAndThePartnerIsTold() {
        Toolbox toolbox = toolbox(Notes.NONE);
        toolbox.run(new ToolCall("call_1", "save_ideas", "{\"ideas\": [\"Ada\", \"Grace\"]}"));
        List<Idea> ideas = assertInstanceOf(ConversationEvent.IdeasSaved.class, told.getFirst()).ideas();
        assertEquals(List.of("Ada", "Grace"), ideas.stream().map(Idea::text).toList());

        tools.takeBack(ideas);
        assertEquals(new ConversationEvent.IdeasTakenBack(ideas), told.getLast());
        assertEquals(
                "The user has just taken back what you saved: \"Ada\", \"Grace\". It is saved no more: do not speak of it "
                        + "unless they do.",
                reached.getFirst());
        assertEquals("There are none.", toolbox.run(new ToolCall("call_2", "list_ideas", "")));
    }

    @Test
    void whereTheStoreIsGoneTheUserIsToldAndThePartnerIsNot() {
        Toolbox toolbox = toolbox(Notes.NONE);
        toolbox.run(new ToolCall("call_1", "save_ideas", "{\"ideas\": [\"Ada\"]}"));
        List<Idea> ideas = assertInstanceOf(ConversationEvent.IdeasSaved.class, told.getFirst()).ideas();
        kept.ifPresent(KeptConversations::close);
        tools.takeBack(ideas);
        assertInstanceOf(ConversationEvent.Noticed.class, told.getLast());
        assertEquals(List.of(), reached);
    }

    @Test
    void timersReachTheConversation() {
        Toolbox toolbox = toolbox(Notes.NONE);
        toolbox.run(new ToolCall("call_1", "set_timer", "{\"seconds\": 90, \"what\": \"a story\"}"));
        toolbox.run(new ToolCall("call_2", "cancel_timer", ""));
        assertEquals(List.of("timer PT1M30S a story", "no timer"), reached);
    }

    @Test
    void whatWasTakenBackIsForgottenADayLater() throws Exception {
        Toolbox toolbox = toolbox(Notes.NONE);
        toolbox.run(new ToolCall("call_1", "save_ideas", "{\"ideas\": [\"plantedxylophone\"]}"));
        tools.takeBack(assertInstanceOf(ConversationEvent.IdeasSaved.class, told.getFirst()).ideas());
        kept.ifPresent(KeptConversations::close);
        assertTrue(holds("plantedxylophone"));
        try (KeptConversations later = new KeptConversations(folder.resolve("vivavoce.db"),
                Clock.offset(CLOCK, Duration.ofHours(25)), Runnable::run)) {
            assertTrue(later.store().isPresent());
        }
        assertFalse(holds("plantedxylophone"));
    }

    private boolean holds(String text) throws java.io.IOException {
        return Files.readString(folder.resolve("vivavoce.db"), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains(text);
    }
}
