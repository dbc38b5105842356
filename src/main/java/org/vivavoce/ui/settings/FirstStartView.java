package org.vivavoce.ui.settings;

import atlantafx.base.theme.Styles;
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
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Screen;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.settings.FirstStartViewModel.Step;

/** The first start, step by step. JavaFX thread. */
public final class FirstStartView implements Screen {

    private final BorderPane root = new BorderPane();
    private final FirstStartViewModel steps;
    private final Texts texts;
    private final SoundPane sound;
    private final ServicePane service;
    private final Label count = new Label();
    private final Label title = Controls.text("", Styles.TITLE_2);
    private final Label lead = Controls.text("", "lead", Styles.TEXT_MUTED);
    private final StackPane content = new StackPane();
    private final Button next = new Button();
    private final Button back;
    private final Button skip;
    private final Subscription follows;

    /** Shows the first step. */
    public FirstStartView(FirstStartViewModel steps, Texts texts) {
        this.steps = steps;
        this.texts = texts;
        sound = new SoundPane(steps.settings().sound(), texts);
        service = new ServicePane(steps.settings().service(), texts, false);
        next.setId("next");
        next.getStyleClass().add(Styles.ACCENT);
        next.setOnAction(event -> steps.next());
        back = Controls.button(texts.of("first.back"), Feather.ARROW_LEFT, steps::back);
        back.setId("step-back");
        back.getStyleClass().add(Styles.FLAT);
        skip = new Button(texts.of("first.skip"));
        skip.setId("skip");
        skip.getStyleClass().add(Styles.FLAT);
        skip.setOnAction(event -> steps.finish());
        count.getStyleClass().add(Styles.TEXT_MUTED);
        VBox page = new VBox(count, new VBox(8, title, lead), content);
        page.getStyleClass().addAll("page", "first-start");
        page.setMaxWidth(640);
        StackPane around = new StackPane(page);
        around.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(around);
        scroll.setFitToWidth(true);
        HBox buttons = new HBox(back, Controls.spring(), skip, next);
        buttons.getStyleClass().add("bar");
        buttons.setAlignment(Pos.CENTER_LEFT);
        root.setCenter(scroll);
        root.setBottom(buttons);
        follows = steps.stepProperty().subscribe(this::show);
    }

    private void show(Step step) {
        sound.close();
        count.setText(texts.of("first.count", step.number(), Step.values().length));
        back.setVisible(step != Step.SOUND);
        skip.setVisible(step != Step.DATA);
        next.setText(step == Step.DATA ? texts.of("first.finish") : texts.of("first.next"));
        switch (step) {
            case SOUND -> {
                title.setText(texts.of("first.sound"));
                lead.setText(texts.of("first.sound.lead"));
                content.getChildren().setAll(sound);
                sound.open();
            }
            case SERVICE -> {
                title.setText(texts.of("first.service"));
                lead.setText(texts.of("first.service.lead"));
                content.getChildren().setAll(service);
            }
            case DATA -> {
                title.setText(texts.of("first.data"));
                lead.setText(texts.of("first.data.lead"));
                content.getChildren().setAll(data());
            }
        }
    }

    private Node data() {
        VBox data = new VBox(Controls.text(String.valueOf(steps.settings().dataFolder()), "path"),
                Section.hint(texts.of("first.data.sent")), Section.hint(texts.of("first.data.keys")));
        data.getStyleClass().add("group");
        return data;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return next;
    }

    @Override
    public void close() {
        follows.unsubscribe();
        sound.close();
        steps.settings().service().close();
    }
}
