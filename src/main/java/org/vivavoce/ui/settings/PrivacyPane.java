package org.vivavoce.ui.settings;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;

/** The page that says what leaves this computer and what stays on it, with what can be done about the latter. JavaFX thread. */
final class PrivacyPane extends VBox {

    private final PrivacyViewModel privacy;
    private final Texts texts;
    private final Node[] kept;

    /** @param kept what concerns that which stays here, below it */
    PrivacyPane(PrivacyViewModel privacy, Texts texts, Node... kept) {
        this.kept = kept.clone();
        this.privacy = privacy;
        this.texts = texts;
        getStyleClass().add("pane");
        privacy.topics().addListener((ListChangeListener<PrivacyViewModel.Topic>) change -> show());
        show();
    }

    private void show() {
        getChildren().setAll(Section.hint(texts.of("privacy.lead")));
        privacy.topics().forEach(topic -> getChildren().add(new Section(topic.heading(),
                topic.sentences().stream().map(sentence -> (Node) Controls.text(sentence)).toArray(Node[]::new))));
        getChildren().addAll(kept);
    }
}
