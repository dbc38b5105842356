package org.vivavoce.ui.talk;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.session.ConversationEvent.Help;
import org.vivavoce.ui.common.Accent;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.NoticeLine;
import org.vivavoce.ui.common.Screen;
import org.vivavoce.ui.common.SettingsModel;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.common.Ticks;

/** The screen of a conversation. JavaFX thread. */
public final class TalkView implements Screen {

    /** What is practised. */
    public record Topic(Mode mode, Language language) {}

    private static final double LEAST_ROOM_BELOW = 56;
    /** What everything but captions takes while the diagnostics are shown, in pixels. */
    private static final double HEIGHT_BESIDE_CAPTIONS = 560;
    /** Narrower than this, the time that is left stands in place of the clock, in pixels. */
    private static final double BOTH_TIMES = 560;
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final BorderPane root = new BorderPane();
    private final Orb orb = new Orb();
    private final Label word = new Label();
    private final Label underWord = Controls.text("", Styles.TEXT_MUTED);
    private final NoticeLine notice = new NoticeLine();
    private final TalkViewModel talk;
    private final Texts texts;
    private final Consumer<Help> openSettings;
    private final TalkKeys keys;
    private final Ticks clock;
    private final IdeaChip chip;
    private Subscription follows = Subscription.EMPTY;

    /**
     * Shows a conversation.
     *
     * @param talk         what is shown
     * @param topic        what is practised
     * @param settings     tells whether things move
     * @param texts        the texts
     * @param openSettings opens the settings that help
     * @param openIdeas    shows the ideas that are kept
     */
    public TalkView(TalkViewModel talk, Topic topic, SettingsModel settings, Texts texts, Consumer<Help> openSettings,
            Runnable openIdeas) {
        this.talk = talk;
        this.texts = texts;
        this.openSettings = openSettings;
        TalkControls controls = new TalkControls(talk, texts);
        root.getStyleClass().add("talk");
        Accent.give(root, topic.mode());
        root.setTop(header(topic));
        chip = new IdeaChip(talk.savedIdeas(), texts, openIdeas);
        root.setCenter(new StackPane(centre(topic), chip));
        root.setBottom(new VBox(controls, notice));
        keys = new TalkKeys(talk, controls.textField(), orb);
        root.addEventFilter(KeyEvent.ANY, keys);
        clock = new Ticks(Duration.ofSeconds(1), talk::tick);
        clock.start();
        follow(settings);
    }

    private Node header(Topic topic) {
        Label title = new Label(topic.mode().asksLanguage()
                ? texts.of("talk.title", topic.language().name(), topic.mode().persona().name())
                : texts.of("talk.title", topic.mode().name(), topic.mode().persona().name()));
        title.getStyleClass().add(Styles.TITLE_4);
        Label clock = new Label();
        clock.textProperty().bind(talk.clockProperty());
        clock.getStyleClass().addAll("clock", Styles.TEXT_MUTED);
        clock.setMinWidth(Region.USE_PREF_SIZE);
        TimeLabel timeLeft = new TimeLabel(talk.timeLeftProperty(), texts);
        clock.visibleProperty().bind(timeLeft.visibleProperty().not().or(root.widthProperty().greaterThan(BOTH_TIMES)));
        clock.managedProperty().bind(clock.visibleProperty());
        HBox header = new HBox(title, Controls.spring(), timeLeft, clock,
                diagnosticsButton(), Controls.iconButton(texts.of("talk.pause"), Feather.PAUSE, talk::togglePause),
                Controls.iconButton(texts.of("talk.settings"), Feather.SETTINGS, () -> openSettings.accept(Help.NONE)),
                Controls.iconButton(texts.of("talk.end"), Feather.X, talk::end));
        header.getStyleClass().add("bar");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private Node diagnosticsButton() {
        ToggleButton button = new ToggleButton(null, Controls.icon(Feather.ACTIVITY));
        button.setId("diagnostics-button");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        Controls.explain(button, texts.of("talk.diagnostics", TalkKeys.DIAGNOSTICS.getDisplayText()));
        button.setOnAction(event -> talk.diagnostics().toggle());
        talk.diagnostics().shownProperty().subscribe(button::setSelected);
        return button;
    }

    private Node centre(Topic topic) {
        word.getStyleClass().add("state-word");
        Label caption = Controls.text("", "caption");
        caption.textProperty().bind(talk.captions().shownProperty());
        if ("rtl".equals(topic.language().direction())) {
            caption.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        StackPane captionRoom = new StackPane(caption);
        captionRoom.setAlignment(Pos.TOP_CENTER);
        ScrollPane captions = new ScrollPane(captionRoom);
        captions.setFitToWidth(true);
        captions.setFocusTraversable(false);
        captions.setMinHeight(LEAST_ROOM_BELOW);
        captions.prefViewportHeightProperty().bind(captionRoom.heightProperty());
        captions.visibleProperty().bind(caption.textProperty().isNotEmpty());
        Label cues = Controls.text(topic.mode().cues() == null || topic.mode().cues().isEmpty()
                ? ""
                : texts.of("talk.cues", String.join("  ·  ", topic.mode().cues())), "cues", Styles.TEXT_MUTED);
        cues.visibleProperty().bind(captions.visibleProperty().not());
        Region room = new Region();
        room.setMinHeight(LEAST_ROOM_BELOW); // so that captions come and go without moving the rest
        StackPane below = new StackPane(room, cues, captions);
        below.setAlignment(Pos.TOP_CENTER);
        below.getStyleClass().add("below-word");
        makeRoomForDiagnostics(below, captions);
        OrbRoom picture = new OrbRoom(orb, new DiagnosticsPane(talk.diagnostics(), texts));
        VBox.setVgrow(picture, Priority.ALWAYS);
        VBox centre = new VBox(picture, word, underWord, below);
        centre.getStyleClass().add("centre");
        centre.setAlignment(Pos.CENTER);
        return centre;
    }

    /** While the diagnostics are shown, what the user can say gives way to them, and captions scroll in what is left. */
    private void makeRoomForDiagnostics(Region below, Node captions) {
        BooleanExpression shown = talk.diagnostics().shownProperty();
        below.managedProperty().bind(shown.not().or(captions.visibleProperty()));
        below.visibleProperty().bind(below.managedProperty());
        below.maxHeightProperty().bind(Bindings.when(shown)
                .then(Bindings.max(root.heightProperty().subtract(HEIGHT_BESIDE_CAPTIONS), LEAST_ROOM_BELOW))
                .otherwise(Double.MAX_VALUE));
        root.heightProperty().subscribe(
                height -> root.pseudoClassStateChanged(TIGHT, height.doubleValue() <= HEIGHT_BESIDE_CAPTIONS));
    }

    private void follow(SettingsModel settings) {
        follows = Subscription.combine(
                settings.settingsProperty().subscribe(now -> orb.setMotion(now.appearance().motion())),
                talk.stateProperty().subscribe(state -> showState()),
                talk.mutedProperty().subscribe(muted -> showState()),
                talk.holdingProperty().subscribe(holding -> showState()),
                talk.pulseProperty().subscribe(now -> orb.pulse(now.doubleValue())),
                talk.troubleProperty().subscribe(this::showTrouble),
                talk.loudspeakerProperty().subscribe(there -> showState()));
        root.sceneProperty().flatMap(scene -> scene.windowProperty()).flatMap(window -> window.focusedProperty())
                .subscribe((before, focused) -> {
                    if (Boolean.FALSE.equals(focused)) {
                        keys.releaseAll();
                    }
                });
    }

    private void showState() {
        TalkState state = talk.stateProperty().get();
        boolean muted = talk.mutedProperty().get();
        orb.show(state, muted);
        word.setText(word(state, muted));
        underWord.setText(underWord(state, muted));
        orb.setAccessibleText(word.getText() + " " + underWord.getText());
    }

    private String word(TalkState state, boolean muted) {
        return switch (state) {
            case STARTING -> texts.of("talk.state.starting");
            case LISTENING, HEARING -> muted
                    ? texts.of("talk.state.muted")
                    : state == TalkState.HEARING ? texts.of("talk.state.hearing") : texts.of("talk.state.listening");
            case THINKING -> texts.of("talk.state.thinking");
            case SPEAKING -> texts.of("talk.state.speaking");
            case PAUSED -> texts.of("talk.state.paused");
            case ENDED -> texts.of("talk.state.ended");
        };
    }

    private String underWord(TalkState state, boolean muted) {
        if (state == TalkState.PAUSED) {
            return texts.of("talk.under.paused");
        }
        if (talk.holdingProperty().get()) {
            return texts.of("talk.under.holding");
        }
        if (muted) {
            return texts.of("talk.under.muted");
        }
        return talk.loudspeakerProperty().get() ? "" : texts.of("talk.under.no-loudspeaker");
    }

    private void showTrouble(TalkViewModel.Trouble trouble) {
        String sentence = trouble.againSeconds() == 0
                ? trouble.sentence()
                : trouble.sentence() + " " + texts.of("talk.trying-again", trouble.againSeconds());
        switch (trouble.help()) {
            case NONE -> notice.show(trouble.sentence(), Optional.empty(), () -> {});
            case TRY_AGAIN -> notice.show(sentence, Optional.of(texts.of("help.try-again")), talk::tryAgain);
            case SERVICE_SETTINGS -> notice.show(trouble.sentence(), Optional.of(texts.of("help.service-settings")),
                    () -> openSettings.accept(Help.SERVICE_SETTINGS));
            case SOUND_SETTINGS -> notice.show(trouble.sentence(), Optional.of(texts.of("help.sound-settings")),
                    () -> openSettings.accept(Help.SOUND_SETTINGS));
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return orb;
    }

    @Override
    public void close() {
        keys.releaseAll();
        clock.stop();
        chip.close();
        follows.unsubscribe();
    }
}
