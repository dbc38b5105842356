package org.vivavoce.ui;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vivavoce.models.ModelEnd;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.session.TurnLatency;
import org.vivavoce.settings.Settings;
import org.vivavoce.settings.Settings.AppearanceSettings;
import org.vivavoce.settings.Settings.NotesSettings;
import org.vivavoce.store.Idea;
import org.vivavoce.turn.TurnState;
import org.vivavoce.ui.common.ServiceTester;
import org.vivavoce.ui.common.UiThread;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vivavoce.ai.Stage.CHAT;
import static org.vivavoce.ai.Stage.SPEECH;
import static org.vivavoce.session.TurnLatency.Stage.FIRST_BYTE;
import static org.vivavoce.session.TurnLatency.Stage.FIRST_CLAUSE;
import static org.vivavoce.session.TurnLatency.Stage.FIRST_SOUND;
import static org.vivavoce.session.TurnLatency.Stage.FIRST_TOKEN;
import static org.vivavoce.session.TurnLatency.Stage.SENT;
import static org.vivavoce.session.TurnLatency.Stage.SOFT_END;
import static org.vivavoce.session.TurnLatency.Stage.TRANSCRIPT;
import static org.vivavoce.session.TurnLatency.Stage.TURN_END;

/** Takes pictures of every screen, in light and dark, large and small, into {@code target/screenshots}. */
@Tag("pictures")
@ExtendWith(ApplicationExtension.class)
class ScreenshotTest {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private final ScriptedProgram program = new ScriptedProgram();
    @SuppressWarnings("NullAway.Init") // given by the toolkit before each test
    private Stage stage;
    private long nanos;
    private String suffix = "";
    private int taken;

    @Start
    void start(Stage given) {
        stage = given;
    }

    /** Light and large, dark and small; with {@code -Dvivavoce.pictures=true} what lies between as well, for who looks at them. */
    static Stream<Arguments> looks() {
        Stream<Arguments> always = Stream.of(Arguments.of("light", 1280, 800), Arguments.of("dark", 480, 560));
        return Boolean.getBoolean("vivavoce.pictures")
                ? Stream.concat(always, Stream.of(Arguments.of("dark", 1280, 800), Arguments.of("light", 640, 600)))
                : always;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyScreenCanBeShown(String theme, int width, int height, FxRobot robot) throws IOException {
        Files.createDirectories(FOLDER);
        suffix = "-" + theme + "-" + width + "x" + height;
        program.settings = Settings.defaults().withAppearance(new AppearanceSettings(theme, false, true))
                .withLanguage("es").withNotes(new NotesSettings(
                        List.of(Path.of("LICENSE.txt").toAbsolutePath().toString(), readme().toString())));
        show(width, height);
        take("home");
        talk(robot);
        summary(robot);
        settings(robot);
        program.first = true;
        show(width, height);
        Objects.requireNonNull(program.sound.level).accept(-28);
        take("first-1-sound");
        fire(robot, "#next");
        take("first-2-service");
        fire(robot, "#next");
        take("first-3-data");
        program.first = false;
        program.problems = List.of("The mode file my-mode.toml has an error in line 3 and is left out.");
        program.settings = program.settings.withService(program.settings.service().withPreset("openai"));
        show(width, height);
        take("home-problems");
        program.problems = List.of();
        program.ends.soon = List.of(
                new ModelEnd(CHAT, "gpt-4o-mini", LocalDate.of(2027, 1, 14), false, Optional.of("gpt-6-luna")),
                new ModelEnd(SPEECH, "gpt-4o-mini-tts", LocalDate.of(2027, 1, 6), false,
                        Optional.of("gpt-realtime-2.1-mini")));
        show(width, height);
        take("home-models-end");
        program.ends.soon = List.of();
        conversations(robot, width, height);
        ideas(robot, width, height);
        assertTrue(taken >= 20, "pictures: " + taken);
    }

    private void conversations(FxRobot robot, int width, int height) {
        program.settings = program.settings.withService(program.settings.service().withPreset("offline"));
        show(width, height);
        fire(robot, "#conversations-button");
        take("review-empty");
        program.archive.failure = Optional
                .of("The file with your conversations, /home/you/.local/share/vivavoce/vivavoce.db, "
                        + "cannot be read or written: see whether you may write to it and its disk is there.");
        show(width, height);
        fire(robot, "#conversations-button");
        take("review-failed");
        program.archive.failure = Optional.empty();
        program.archive.fill();
        program.archive.record(1);
        show(width, height);
        take("home-recent");
        scrollDown(robot);
        take("home-recent-end");
        fire(robot, "#conversations-button");
        take("review-list");
        WindowThread.run(() -> robot.lookup("#search").queryAs(javafx.scene.control.TextField.class).setText("queue"));
        found(robot, 2);
        take("review-search");
        WindowThread.run(() -> robot.lookup("#search").queryAs(javafx.scene.control.TextField.class).clear());
        found(robot, program.archive.kept.size());
        key(javafx.scene.input.KeyCode.HOME);
        key(javafx.scene.input.KeyCode.ENTER);
        take("review-transcript");
        fire(robot, "#listen-1");
        take("review-listening");
        fire(robot, "#listen-1");
        scrollDown(robot);
        take("review-transcript-end");
        key(javafx.scene.input.KeyCode.DELETE);
        take("review-delete");
        fire(robot, "#keep");
        fire(robot, "#rename");
        take("review-rename");
        program.archive.failure = Optional.of("The disk is full: make room.");
        WindowThread.run(() -> robot.lookup("#title").queryAs(javafx.scene.control.TextField.class).setText("Backend"));
        key(javafx.scene.input.KeyCode.ENTER);
        take("review-problem");
        program.archive.failure = Optional.empty();
    }

    private void ideas(FxRobot robot, int width, int height) {
        program.archive.kept.clear();
        show(width, height);
        fire(robot, "#ideas-button");
        take("ideas-empty");
        program.archive.fill();
        program.archive.ideas.fill();
        show(width, height);
        fire(robot, "#ideas-button");
        take("ideas");
        key(javafx.scene.input.KeyCode.DELETE);
        take("ideas-deleted");
        key(javafx.scene.input.KeyCode.F2);
        take("ideas-edit");
        key(javafx.scene.input.KeyCode.ESCAPE);
        WindowThread
                .run(() -> robot.lookup("#search-ideas").queryAs(javafx.scene.control.TextField.class).setText("cafe"));
        take("ideas-search");
        program.archive.ideas.failure = Optional.of("The disk is full: make room.");
        key(javafx.scene.input.KeyCode.DELETE);
        take("ideas-problem");
        program.archive.ideas.failure = Optional.empty();
    }

    /** The words take a moment to be looked for. */
    private static void found(FxRobot robot, int rows) {
        try {
            WaitForAsyncUtils.waitFor(10, java.util.concurrent.TimeUnit.SECONDS,
                    () -> robot.lookup("#conversations").queryListView().getItems().size() == rows);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("nothing was looked for", e);
        }
        WindowThread.settle();
    }

    private static void scrollDown(FxRobot robot) {
        WindowThread.run(() -> robot.lookup(node -> node instanceof javafx.scene.control.ScrollPane && node.isVisible())
                .queryAllAs(javafx.scene.control.ScrollPane.class).forEach(each -> each.setVvalue(1)));
    }

    private void key(javafx.scene.input.KeyCode code) {
        WindowThread.run(() -> javafx.event.Event.fireEvent(stage.getScene().getFocusOwner(),
                new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_PRESSED,
                        javafx.scene.input.KeyEvent.CHAR_UNDEFINED, "", code, false, false, false, false)));
    }

    private static Path readme() {
        return Path.of("README.md").toAbsolutePath();
    }

    private void show(int width, int height) {
        WindowThread.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            new MainWindow(stage, program.program(), new UiThread(), () -> nanos).show();
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    private void talk(FxRobot robot) {
        fire(robot, "#start-interview");
        nanos = Duration.ofSeconds(754).toNanos();
        take("talk-0-starting");
        state(TurnState.LISTENING, -60, -100, "talk-1-listening");
        state(TurnState.HEARING, -18, -100, "talk-2-hearing");
        state(TurnState.THINKING, -60, -100, "talk-3-thinking");
        savedIdeas();
        tell(new ConversationEvent.PartnerSaid("That's a solid answer, and the part about back-pressure was spot on. "
                + "How would you find out which of the three services is the slow one?"));
        state(TurnState.SPEAKING, -60, -20, "talk-4-speaking");
        fire(robot, "#captions");
        take("talk-5-captions");
        state(TurnState.PAUSED, -60, -100, "talk-6-paused");
        tell(new ConversationEvent.DevicesChanged(true, false));
        for (int i = 0; i < 6; i++) {
            tell(new ConversationEvent.PartnerSaid(
                    "This is sentence " + i + " of a long reply that is read, because nothing sounds."));
            WaitForAsyncUtils.waitForFxEvents(); // the picture above makes room as frames pass
        }
        take("talk-8-no-loudspeaker");
        tell(new ConversationEvent.DevicesChanged(true, true));
        fire(robot, "#mute");
        fire(robot, "#captions");
        diagnostics(robot);
        tell(new ConversationEvent.Trouble(
                "No connection to api.openai.com for speech recognition: check your network, then try again.",
                Help.TRY_AGAIN));
        state(TurnState.LISTENING, -100, -100, "talk-7-trouble-muted");
        fire(robot, "#diagnostics-button");
        take("talk-9-diagnostics-trouble");
        fire(robot, "#diagnostics-button");
        tell(new ConversationEvent.TroubleOver());
    }

    private void savedIdeas() {
        List<Idea> saved = List.of(new Idea(1, Optional.empty(),
                "Read about the outbox pattern: it is the answer to the "
                        + "question about lost events between the shop and the payment service",
                java.time.Instant.EPOCH));
        tell(new ConversationEvent.IdeasSaved(saved));
        tell(new ConversationEvent.TimeLeft(Duration.ofSeconds(84), Duration.ofSeconds(90), "a story"));
        state(TurnState.LISTENING, -60, -100, "talk-a-idea-and-time");
        tell(new ConversationEvent.IdeasTakenBack(saved));
        take("talk-a-idea-taken-back");
        tell(new ConversationEvent.TimeOver(false));
    }

    private void diagnostics(FxRobot robot) {
        fire(robot, "#diagnostics-button");
        take("talk-9-diagnostics-empty");
        for (long slow = 0; slow < 12; slow++) {
            tell(new ConversationEvent.TurnMeasured(new TurnLatency(
                    Map.of(SOFT_END, 250 + slow, SENT, 262 + slow, TRANSCRIPT, 1040 + 31 * slow,
                            FIRST_TOKEN, 1620 + 47 * slow, FIRST_CLAUSE, 1710 + 53 * slow, FIRST_BYTE,
                            2540 + 71 * slow, TURN_END, 1100L, FIRST_SOUND, 2610 + 830 * slow))));
        }
        take("talk-9-diagnostics");
        tell(new ConversationEvent.DevicesChanged(true, false));
        take("talk-9-diagnostics-captions");
        tell(new ConversationEvent.DevicesChanged(true, true));
        fire(robot, "#diagnostics-button");
    }

    private void state(TurnState state, double user, double partner, String name) {
        tell(new ConversationEvent.StateChanged(state));
        for (int i = 0; i < 6; i++) {
            nanos += Duration.ofMillis(150).toNanos();
            tell(new ConversationEvent.Levels(user, partner));
        }
        take(name);
    }

    private void summary(FxRobot robot) {
        tell(new ConversationEvent.Ended(new SessionSummary(Duration.ofSeconds(1450), 18, 19, Duration.ofSeconds(702),
                Duration.ofSeconds(388), 3, Optional.of(Duration.ofMillis(1240)))));
        take("summary");
        fire(robot, "#home");
    }

    private void settings(FxRobot robot) {
        program.learned.keep("chat", "en", 900);
        fire(robot, "#partner");
        take("settings-service-builtin");
        fire(robot, "#preset-openai");
        take("settings-service-openai");
        WindowThread.run(() -> robot.lookup("#try").queryButton().fire());
        program.tester.each.accept(new ServiceTester.Result(true, "Speech recognition: whisper-1 answered in 1.2 s."));
        program.tester.each.accept(
                new ServiceTester.Result(false, "The service refused your key for the chat model: check the key."));
        take("settings-service-tried");
        WindowThread.run(() -> robot.lookup("#preset-local").queryAs(javafx.scene.control.RadioButton.class).fire());
        WindowThread.run(
                () -> robot.lookup(".titled-pane").queryAs(javafx.scene.control.TitledPane.class).setExpanded(true));
        take("settings-service-local");
        tab(robot, 1);
        Objects.requireNonNull(program.sound.level).accept(-27);
        take("settings-sound");
        tab(robot, 2);
        take("settings-turns");
        WindowThread.run(() -> robot.lookup(node -> node instanceof javafx.scene.control.ScrollPane && node.isVisible())
                .queryAllAs(javafx.scene.control.ScrollPane.class).forEach(each -> each.setVvalue(1)));
        take("settings-turns-end");
        tab(robot, 3);
        take("settings-appearance");
        tab(robot, 4);
        take("settings-privacy-own-servers");
        tab(robot, 5);
        take("settings-notes");
        tab(robot, 0);
        WindowThread.run(() -> robot.lookup("#preset-openai").queryAs(javafx.scene.control.RadioButton.class).fire());
        tab(robot, 4);
        take("settings-privacy");
        program.archive.sound.size = 34_567_890;
        scrollDown(robot);
        take("settings-privacy-end");
        fire(robot, "#delete-recordings");
        take("settings-recordings-delete");
    }

    private static void fire(FxRobot robot, String id) {
        WindowThread.run(() -> robot.lookup(id).queryAs(javafx.scene.control.ButtonBase.class).fire());
    }

    private static void tab(FxRobot robot, int index) {
        WindowThread.run(() -> robot.lookup(".tab-pane").queryAs(javafx.scene.control.TabPane.class).getSelectionModel()
                .select(index));
    }

    private void tell(ConversationEvent event) {
        program.conversation().tell(event);
        WindowThread.settle();
    }

    private void take(String name) {
        WaitForAsyncUtils.waitForFxEvents(2);
        WindowThread.run(() -> {
            WritableImage picture = stage.getScene().snapshot(null);
            int width = (int) picture.getWidth();
            int height = (int) picture.getHeight();
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            picture.getPixelReader().getPixels(0, 0, width, height, javafx.scene.image.PixelFormat.getIntArgbInstance(),
                    pixels, 0, width);
            try {
                ImageIO.write(image, "png", FOLDER.resolve(name + suffix + ".png").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            taken++;
        });
    }
}
