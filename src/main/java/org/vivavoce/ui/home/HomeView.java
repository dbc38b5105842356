package org.vivavoce.ui.home;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.NoticeLine;
import org.vivavoce.ui.common.PartnerModel.Partner;
import org.vivavoce.ui.common.Screen;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;

/** The first screen. JavaFX thread. */
public final class HomeView implements Screen {

    /** Where the first screen leads, besides a conversation. */
    public interface Ways {
        /** To all settings. */
        void settings();

        /** To the settings of the services. */
        void serviceSettings();

        /** To the earlier conversations. */
        void conversations();

        /** To the ideas that were saved. */
        void ideas();

        /** To what was said in one of them. */
        void read(SessionRecord session);

        /** To one of them, to go on with it. */
        void resume(SessionRecord session);
    }

    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final BorderPane root = new BorderPane();
    private final Button chip = new Button();
    private final VBox problems = new VBox();
    private final Texts texts;
    private final List<ModeCard> cards;
    private final EndingBanner ending;
    private final RecentPane recent;
    private final Subscription follows;

    /** Shows the modes. */
    public HomeView(HomeViewModel home, RecentViewModel recent, SessionWords words, Texts texts, Ways ways) {
        this.texts = texts;
        cards = home.modes().stream().map(mode -> new ModeCard(home, mode, texts)).toList();
        CardGrid grid = new CardGrid();
        grid.getChildren().addAll(cards);
        Label title = Controls.text(texts.of("home.title"), Styles.TITLE_2);
        Label lead = Controls.text(texts.of("home.lead"), "lead", Styles.TEXT_MUTED);
        this.recent = new RecentPane(recent, words, texts, ways);
        VBox page = new VBox(new VBox(8, title, lead), grid, this.recent);
        page.getStyleClass().addAll("page", "home-page");
        page.setMaxSize(1040, VBox.USE_PREF_SIZE);
        StackPane around = new StackPane(page);
        around.setAlignment(Pos.CENTER);
        ScrollPane scroll = new ScrollPane(around);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        ending = new EndingBanner(home.ending(), texts);
        root.setTop(new VBox(header(ways), ending));
        root.setCenter(scroll);
        root.setBottom(problems);
        follows = Subscription.combine(home.partnerProperty().subscribe(this::showPartner),
                home.problemsProperty().subscribe(this::showProblems));
    }

    private Node header(Ways ways) {
        Label name = new Label(texts.of("app.name"));
        name.getStyleClass().addAll(Styles.TITLE_4, "app-name");
        Circle dot = new Circle(5);
        dot.getStyleClass().add("dot");
        chip.setGraphic(dot);
        chip.setId("partner");
        chip.getStyleClass().addAll("chip", Styles.ROUNDED);
        chip.setOnAction(event -> ways.serviceSettings());
        Button conversations = Controls.iconButton(texts.of("home.conversations"), Feather.MESSAGE_SQUARE,
                ways::conversations);
        conversations.setId("conversations-button");
        Button ideas = Controls.iconButton(texts.of("home.ideas"), Feather.BOOKMARK, ways::ideas);
        ideas.setId("ideas-button");
        HBox header = new HBox(name, Controls.spring(), chip, conversations, ideas,
                Controls.iconButton(texts.of("home.settings"), Feather.SETTINGS, ways::settings));
        header.getStyleClass().add("bar");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void showPartner(Partner partner) {
        chip.setVisible(!partner.preset().isEmpty());
        chip.setText(partner.keyMissing() ? texts.of("home.partner.key-missing", partner.name()) : partner.name());
        Controls.explain(chip, partner.keyMissing()
                ? texts.of("home.partner.key-missing.tip", partner.name())
                : texts.of("home.partner.tip", partner.name()));
        chip.pseudoClassStateChanged(MISSING, partner.keyMissing());
    }

    private void showProblems(List<String> sentences) {
        problems.getChildren().setAll(sentences.stream().map(sentence -> {
            NoticeLine line = new NoticeLine();
            line.show(sentence, java.util.Optional.empty(), () -> {});
            return line;
        }).toList());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return cards.getFirst().startButton();
    }

    @Override
    public void close() {
        follows.unsubscribe();
        ending.close();
        recent.close();
    }
}
