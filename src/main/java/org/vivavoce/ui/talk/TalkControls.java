package org.vivavoce.ui.talk;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;

/** The buttons and the text field below the picture of the state. JavaFX thread. */
final class TalkControls extends VBox {

    private final TalkViewModel talk;
    private final Texts texts;
    private final TextField textField = new TextField();

    TalkControls(TalkViewModel talk, Texts texts) {
        this.talk = talk;
        this.texts = texts;
        getStyleClass().add("talk-controls");
        setAlignment(Pos.CENTER);
        FlowPane buttons = new FlowPane(mute(), hold(), done(), stop());
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER);
        HBox row = new HBox(typeInstead(), peek(), captions());
        row.getStyleClass().add("type-row");
        row.setAlignment(Pos.CENTER);
        getChildren().addAll(buttons, row);
    }

    TextField textField() {
        return textField;
    }

    private Node mute() {
        ToggleButton mute = new ToggleButton();
        mute.setId("mute");
        mute.setOnAction(event -> {
            mute.setSelected(talk.mutedProperty().get()); // the conversation decides, and says so
            talk.toggleMute();
        });
        talk.mutedProperty().subscribe(muted -> {
            mute.setSelected(muted);
            mute.setText(muted ? texts.of("talk.unmute") : texts.of("talk.mute"));
            mute.setGraphic(Controls.icon(muted ? Feather.MIC_OFF : Feather.MIC));
            Controls.explain(mute, muted ? texts.of("talk.unmute.tip") : texts.of("talk.mute.tip"));
        });
        return mute;
    }

    private Node hold() {
        Button hold = Controls.button(texts.of("talk.hold"), Feather.RADIO, () -> {});
        hold.setId("hold");
        Controls.explain(hold, texts.of("talk.hold.tip"));
        hold.armedProperty().subscribe((before, armed) -> talk.holdToTalk(armed));
        talk.holdingProperty().subscribe(holding -> hold.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("held"), holding));
        return hold;
    }

    private Node done() {
        Button done = Controls.button("", Feather.CHECK, talk::done);
        done.setId("done");
        done.getStyleClass().add(Styles.ACCENT);
        talk.stateProperty().subscribe(state -> {
            boolean paused = state == TalkState.PAUSED;
            done.setText(paused ? texts.of("talk.go-on") : texts.of("talk.done"));
            done.setGraphic(Controls.icon(paused ? Feather.PLAY : Feather.CHECK));
            Controls.explain(done, paused ? texts.of("talk.go-on.tip") : texts.of("talk.done.tip"));
        });
        return done;
    }

    private Node stop() {
        Button stop = Controls.button(texts.of("talk.stop"), Feather.SQUARE, talk::stopPartner);
        stop.setId("stop");
        Controls.explain(stop, texts.of("talk.stop.tip"));
        return stop;
    }

    private Node typeInstead() {
        textField.setId("type");
        textField.setPromptText(texts.of("talk.type"));
        textField.setAccessibleText(texts.of("talk.type"));
        textField.setOnAction(event -> {
            talk.send(textField.getText());
            textField.clear();
        });
        HBox.setHgrow(textField, Priority.ALWAYS);
        return textField;
    }

    private Node peek() {
        Button peek = Controls.iconButton(texts.of("talk.peek"), Feather.EYE, () -> {});
        peek.setId("peek");
        peek.armedProperty().subscribe((before, armed) -> talk.captions().peek(armed));
        return peek;
    }

    private Node captions() {
        ToggleButton captions = new ToggleButton(texts.of("talk.captions"));
        captions.setId("captions");
        Controls.explain(captions, texts.of("talk.captions.tip"));
        captions.setOnAction(event -> talk.captions().toggle());
        talk.captions().onProperty().subscribe(captions::setSelected);
        return captions;
    }
}
