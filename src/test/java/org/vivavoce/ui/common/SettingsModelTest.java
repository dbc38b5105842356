package org.vivavoce.ui.common;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SettingsModelTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<String> saved = new ArrayList<>();
    private final SettingsModel model = new SettingsModel(Settings.defaults(), settings -> {
        saved.add(settings.language());
        return Optional.empty();
    }, background::add, Runnable::run);

    @Test
    void changesInQuickSuccessionAreSavedTogether() {
        model.change(now -> now.withLanguage("fr"));
        model.change(now -> now.withLanguage("de"));
        assertEquals("de", model.now().language());
        background.forEach(Runnable::run);
        assertEquals(List.of("de"), saved);
    }

    @Test
    void whatIsAsItWasIsNotSaved() {
        model.change(now -> now.withLanguage("en"));
        assertEquals(0, background.size());
    }

    @Test
    void aChangeDuringSavingIsSavedToo() {
        model.change(now -> now.withLanguage("fr"));
        background.removeFirst().run();
        model.change(now -> now.withLanguage("it"));
        background.removeFirst().run();
        assertEquals(List.of("fr", "it"), saved);
    }
}
