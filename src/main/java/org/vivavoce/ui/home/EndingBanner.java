package org.vivavoce.ui.home;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.home.EndingViewModel.Banner;

/** Says which models end soon, with the button that changes to those that follow. Takes no room while there is none. JavaFX thread. */
final class EndingBanner extends HBox {

    private final EndingViewModel ending;
    private final Texts texts;
    private final VBox sentences = new VBox();
    private final Button change = new Button();
    private final Subscription follows;

    EndingBanner(EndingViewModel ending, Texts texts) {
        this.ending = ending;
        this.texts = texts;
        setId("ending");
        getStyleClass().add("ending");
        setAlignment(Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.PARENT);
        managedProperty().bind(visibleProperty());
        sentences.getStyleClass().add("sentences");
        HBox.setHgrow(sentences, Priority.ALWAYS);
        change.setId("change-models");
        change.getStyleClass().add(Styles.ACCENT);
        change.managedProperty().bind(change.visibleProperty());
        Button dismiss = new Button(texts.of("home.ending.dismiss"));
        dismiss.setId("dismiss-ending");
        dismiss.getStyleClass().add(Styles.FLAT);
        dismiss.setOnAction(event -> ending.dismiss());
        FlowPane buttons = new FlowPane(8, 8, change, dismiss);
        VBox text = new VBox(8, sentences, buttons);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Controls.icon(Feather.CALENDAR), text);
        follows = ending.bannerProperty().subscribe(this::show);
    }

    private void show(Banner banner) {
        setVisible(banner.isShown());
        List<String> all = Stream.concat(banner.sentences().stream(), banner.outcome().stream()).toList();
        setAccessibleText(String.join(" ", all));
        sentences.getChildren().setAll(all.stream().map(sentence -> Controls.text(sentence)).toList());
        change.setVisible(banner.changeable());
        change.setText(banner.trying() ? texts.of("home.ending.cancel") : texts.of("home.ending.change"));
        change.setAccessibleHelp(texts.of("home.ending.change.tip"));
        change.setOnAction(event -> {
            if (banner.trying()) {
                ending.cancel();
            } else {
                ending.change();
            }
        });
    }

    void close() {
        follows.unsubscribe();
    }
}
