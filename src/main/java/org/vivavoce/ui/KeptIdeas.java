package org.vivavoce.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.exchange.IdeaFormat;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.common.UiThread;
import org.vivavoce.ui.ideas.IdeasView;
import org.vivavoce.ui.ideas.IdeasViewModel;

/**
 * Makes the screen of the ideas that are kept. JavaFX thread.
 *
 * @param window the one whose dialogs ask for files
 */
record KeptIdeas(Window window, Program program, SessionWords words, Texts texts, UiThread ui) {

    /**
     * The screen.
     *
     * @param mayRead whether the conversations they came up in may be shown
     * @param leave   goes back
     * @param read    shows one of these
     */
    IdeasView screen(boolean mayRead, Runnable leave, Consumer<SessionId> read) {
        IdeasViewModel ideas = new IdeasViewModel(program.archive().ideas(), program.background(), ui);
        return new IdeasView(ideas, words, texts, new IdeasView.Ways() {
            @Override
            public void leave() {
                leave.run();
            }

            @Override
            public boolean mayRead() {
                return mayRead;
            }

            @Override
            public void read(SessionRecord session) {
                read.accept(session.id());
            }

            @Override
            public Optional<Path> file() {
                return ask();
            }

            @Override
            public void copy(String text) {
                ClipboardContent content = new ClipboardContent();
                content.putString(text);
                Clipboard.getSystemClipboard().setContent(content);
            }
        });
    }

    private Optional<Path> ask() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.of("ideas.export.title"));
        for (IdeaFormat format : IdeaFormat.values()) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.title(), "*." + format.ending()));
        }
        chooser.setInitialFileName(texts.of("ideas.export.file") + "." + IdeaFormat.MARKDOWN.ending());
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
    }
}
