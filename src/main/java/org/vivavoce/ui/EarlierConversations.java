package org.vivavoce.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.exchange.ExportFormat;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.common.UiThread;
import org.vivavoce.ui.home.RecentViewModel;
import org.vivavoce.ui.review.ReviewView;
import org.vivavoce.ui.review.ReviewViewModel;

/** Makes what shows the conversations that are kept. JavaFX thread. */
final class EarlierConversations {

    private static final int RECENT = 3;
    /** Whoever types on within that time has not finished the word. */
    private static final Duration TYPING = Duration.ofMillis(200);

    private final Window window;
    private final Program program;
    private final SessionWords words;
    private final Texts texts;
    private final UiThread ui;

    /** @param window the one whose dialogs ask for files */
    EarlierConversations(Window window, Program program, Texts texts, UiThread ui) {
        this.window = window;
        this.program = program;
        this.texts = texts;
        this.ui = ui;
        words = new SessionWords(program.practice(), texts, program.archive().clock());
    }

    /** Says which conversation it was. */
    SessionWords words() {
        return words;
    }

    /** The last few, for the first screen. */
    RecentViewModel recent() {
        return new RecentViewModel(program.archive(), RECENT, program.background(), ui);
    }

    /**
     * The screen with all of them.
     *
     * @param read   whose transcript is shown first; empty to begin with the list
     * @param leave  goes back
     * @param resume goes on with one
     */
    ReviewView screen(Optional<SessionId> read, Runnable leave, Consumer<SessionRecord> resume) {
        Executor afterTyping = CompletableFuture.delayedExecutor(TYPING.toMillis(), TimeUnit.MILLISECONDS,
                program.background());
        ReviewViewModel review = new ReviewViewModel(program.archive(), program.background(), afterTyping, ui);
        read.ifPresent(review::read);
        return new ReviewView(review, program.practice(), words, texts, new ReviewView.Ways() {
            @Override
            public void leave() {
                leave.run();
            }

            @Override
            public void resume(SessionRecord session) {
                resume.accept(session);
            }

            @Override
            public Optional<Path> file(String suggestedName) {
                return ask(suggestedName);
            }
        });
    }

    private Optional<Path> ask(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.of("review.export.title"));
        Map<FileChooser.ExtensionFilter, ExportFormat> filters = new LinkedHashMap<>();
        for (ExportFormat format : ExportFormat.values()) {
            filters.put(new FileChooser.ExtensionFilter(format.title(), "*." + format.ending()), format);
        }
        chooser.getExtensionFilters().addAll(filters.keySet());
        chooser.setInitialFileName(suggestedName + "." + ExportFormat.MARKDOWN.ending());
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath).map(
                file -> ending(file,
                        filters.getOrDefault(chooser.getSelectedExtensionFilter(), ExportFormat.MARKDOWN)));
    }

    /** Not every system's dialog changes the name with the kind of file; nothing is replaced that the dialog did not ask about. */
    static Path ending(Path file, ExportFormat chosen) {
        Optional<ExportFormat> told = ExportFormat.toldBy(file);
        if (told.isPresent() && (told.get() == chosen || told.get() != ExportFormat.MARKDOWN)) {
            return file; // the user has written it
        }
        String name = String.valueOf(file.getFileName());
        String stem = told.isPresent() ? name.substring(0, name.lastIndexOf('.')) : name;
        Path named = file.resolveSibling(stem + "." + chosen.ending());
        return Files.exists(named) ? file : named;
    }
}
