package org.vivavoce.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.settings.Settings.AppearanceSettings;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.ui.common.PartnerModel;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.Screen;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.SettingsModel;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.common.Theme;
import org.vivavoce.ui.common.UiThread;
import org.vivavoce.ui.home.EndingViewModel;
import org.vivavoce.ui.home.HomeView;
import org.vivavoce.ui.home.HomeViewModel;
import org.vivavoce.ui.ideas.IdeasView;
import org.vivavoce.ui.review.ReviewView;
import org.vivavoce.ui.settings.FirstStartView;
import org.vivavoce.ui.settings.FirstStartViewModel;
import org.vivavoce.ui.settings.SettingsTab;
import org.vivavoce.ui.settings.SettingsView;
import org.vivavoce.ui.settings.SettingsViewModel;
import org.vivavoce.ui.summary.SummaryView;
import org.vivavoce.ui.summary.SummaryViewModel;
import org.vivavoce.ui.talk.Captions;
import org.vivavoce.ui.talk.TalkState;
import org.vivavoce.ui.talk.TalkView;
import org.vivavoce.ui.talk.TalkViewModel;

/** The window: shows one screen at a time and decides what follows it. JavaFX thread. */
public final class MainWindow {

    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 560;
    /** With Ctrl on a Mac, too: Cmd-H hides the program there. */
    private static final KeyCombination CONVERSATIONS_KEY = new KeyCodeCombination(KeyCode.H,
            KeyCombination.CONTROL_DOWN);
    private static final KeyCombination IDEAS_KEY = new KeyCodeCombination(KeyCode.I, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SETTINGS_KEY = new KeyCodeCombination(KeyCode.COMMA,
            KeyCombination.SHORTCUT_DOWN);

    private final Stage stage;
    private final Program program;
    private final UiThread ui;
    private final LongSupplier nanoTime;
    private final Texts texts = new Texts();
    private final Scene scene = new Scene(new Region(), 1080, 760);
    private final SettingsModel settings;
    private final PartnerModel partner;
    private final EndingViewModel ending;
    private final EarlierConversations earlier;
    private final KeptIdeas ideas;
    private final Theme theme;
    private @Nullable Screen shown;
    /** The conversation that is going on, also while the settings are shown. */
    private @Nullable TalkViewModel talk;
    private @Nullable Screen talkScreen;

    /**
     * Prepares the window.
     *
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public MainWindow(Stage stage, Program program, UiThread ui, LongSupplier nanoTime) {
        this.stage = stage;
        this.program = program;
        this.ui = ui;
        this.nanoTime = nanoTime;
        settings = new SettingsModel(program.start().settings(), program.start().store(), program.background(), ui);
        partner = new PartnerModel(settings, program.services(), program.background(), ui);
        ending = new EndingViewModel(settings, partner, program.services(), texts, program.background(), ui);
        theme = new Theme(scene, settings);
        earlier = new EarlierConversations(stage, program, texts, ui);
        ideas = new KeptIdeas(stage, program, earlier.words(), texts, ui);
        scene.getAccelerators().put(SETTINGS_KEY, () -> openSettings(SettingsTab.SERVICE));
        scene.getAccelerators().put(CONVERSATIONS_KEY, () -> review(Optional.empty()));
        scene.getAccelerators().put(IDEAS_KEY, this::openIdeas);
        stage.setScene(scene);
        stage.setTitle(texts.of("app.name"));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.getIcons().setAll(Stream.of(32, 64, 256).map(MainWindow::icon).toList());
        stage.setOnHidden(event -> close());
    }

    private static Image icon(int size) {
        String name = "/assets/icons/vivavoce-" + size + ".png";
        return new Image(Objects.requireNonNull(MainWindow.class.getResource(name), name).toExternalForm());
    }

    /** Shows the window: the first start, or home. */
    public void show() {
        if (program.start().first()) {
            show(new FirstStartView(new FirstStartViewModel(settingsViewModel(), this::home), texts));
        } else {
            home();
        }
        stage.show();
    }

    private void show(Screen screen) {
        Screen before = shown;
        if (before != null && !before.equals(talkScreen)) {
            before.close();
        }
        shown = screen;
        scene.setRoot(screen.root());
        screen.root().applyCss(); // what scrolls is not in the scene before its skin is made, and cannot have the focus
        screen.firstFocus().requestFocus();
    }

    private void home() {
        List<String> problems = program.start().problems();
        ending.look(); // it may be another day
        show(new HomeView(new HomeViewModel(program.practice(), settings, partner, ending, problems, this::talk),
                earlier.recent(), earlier.words(), texts, new HomeView.Ways() {
                    @Override
                    public void settings() {
                        openSettings(SettingsTab.SOUND);
                    }

                    @Override
                    public void serviceSettings() {
                        openSettings(SettingsTab.SERVICE);
                    }

                    @Override
                    public void conversations() {
                        review(Optional.empty());
                    }

                    @Override
                    public void ideas() {
                        openIdeas();
                    }

                    @Override
                    public void read(SessionRecord session) {
                        review(Optional.of(session.id()));
                    }

                    @Override
                    public void resume(SessionRecord session) {
                        goOnWith(session);
                    }
                }));
    }

    /** Not while a conversation goes on: it is not left by a key, and its words are not shown before its end. */
    private void review(Optional<SessionId> read) {
        if (talk != null || shown instanceof ReviewView || shown instanceof FirstStartView) {
            return;
        }
        show(earlier.screen(read, this::home, this::goOnWith));
    }

    private void talk(Mode mode, Language language) {
        talk(mode, language, listener -> program.conversations().prepare(mode, language, settings.now(), listener));
    }

    private void goOnWith(SessionRecord session) {
        SessionWords words = earlier.words();
        Language language = words.language(session).orElse(program.practice().language("en"));
        words.mode(session).ifPresent(mode -> talk(mode, language,
                listener -> program.conversations().resume(session, settings.now(), listener)));
    }

    private void talk(Mode mode, Language language, Function<ConversationListener, Conversation> maker) {
        Captions captions = new Captions(settings.now().appearance().captions(), on -> settings.change(
                now -> now.withAppearance(
                        new AppearanceSettings(now.appearance().theme(), on, now.appearance().motion()))));
        TalkViewModel begun = new TalkViewModel(maker, captions, ui, nanoTime,
                summary -> ended(summary, mode, language));
        Screen screen = new TalkView(begun, new TalkView.Topic(mode, language), settings, texts, this::help,
                this::openIdeas);
        talk = begun;
        talkScreen = screen;
        show(screen);
        begun.start();
    }

    private void help(Help help) {
        openSettings(help == Help.SOUND_SETTINGS ? SettingsTab.SOUND : SettingsTab.SERVICE);
    }

    private void ended(SessionSummary summary, Mode mode, Language language) {
        if (talk == null) {
            return; // the window is closing
        }
        forgetTalk();
        show(new SummaryView(new SummaryViewModel(summary, texts), mode, texts, new SummaryView.Ways() {
            @Override
            public void again() {
                talk(mode, language);
            }

            @Override
            public void home() {
                MainWindow.this.home();
            }

            @Override
            public boolean askedToRecord() {
                return settings.now().recordings().asked();
            }

            @Override
            public void record(boolean wanted) {
                settings.change(now -> now.withRecordings(now.recordings().allowing(wanted)));
            }
        }));
    }

    private void forgetTalk() {
        if (talkScreen != null) {
            talkScreen.close();
        }
        talkScreen = null;
        talk = null;
    }

    private void openSettings(SettingsTab tab) {
        if (!(shown instanceof SettingsView) && !(shown instanceof FirstStartView)) {
            show(new SettingsView(settingsViewModel(), texts, tab, new FileDialogs(stage), wayBack()));
        }
    }

    /** The conversation an idea came up in is not shown while another one goes on: its words are for later, too. */
    private void openIdeas() {
        if (!(shown instanceof IdeasView) && !(shown instanceof FirstStartView)) {
            show(ideas.screen(talk == null, wayBack(), id -> review(Optional.of(id))));
        }
    }

    /** A conversation waits while the user is elsewhere, and goes on afterwards unless it was paused before. */
    private Runnable wayBack() {
        TalkViewModel waiting = talk;
        boolean reviewed = shown instanceof ReviewView;
        boolean amongIdeas = shown instanceof IdeasView;
        boolean pausedBefore = waiting == null || waiting.stateProperty().get() == TalkState.PAUSED;
        if (waiting != null && !pausedBefore) {
            waiting.pause(true);
        }
        return () -> {
            if (talk != null && talkScreen != null) {
                show(talkScreen);
                if (!pausedBefore) {
                    talk.pause(false);
                }
            } else if (reviewed) {
                review(Optional.empty());
            } else if (amongIdeas) {
                openIdeas();
            } else {
                home();
            }
        };
    }

    private SettingsViewModel settingsViewModel() {
        return new SettingsViewModel(program, settings, partner, texts, ui);
    }

    private void close() {
        ending.cancel();
        Optional.ofNullable(talk).ifPresent(TalkViewModel::end);
        forgetTalk();
        if (shown != null) {
            shown.close();
            shown = null;
        }
        theme.close();
    }
}
