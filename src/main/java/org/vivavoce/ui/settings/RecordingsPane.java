package org.vivavoce.ui.settings;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;

/** Whether sound is kept, how much there is, and how it goes. JavaFX thread. */
final class RecordingsPane extends VBox {

    private final RecordingsViewModel recordings;
    private final Texts texts;
    private final Button delete;
    private final VBox question;
    private final Button leave;
    private final Subscription follows;

    RecordingsPane(RecordingsViewModel recordings, Texts texts) {
        this.recordings = recordings;
        this.texts = texts;
        CheckBox kept = new CheckBox(texts.of("recordings.keep"));
        kept.setId("keep-recordings");
        kept.setWrapText(true);
        kept.setSelected(recordings.now().allowed());
        kept.setOnAction(event -> recordings.keep(kept.isSelected()));
        ComboBox<Integer> days = new ComboBox<>();
        days.setId("keep-recordings-for");
        days.getItems().setAll(RecordingsViewModel.DAYS);
        days.setConverter(new Days());
        days.setValue(recordings.now().keepDays());
        days.setAccessibleText(texts.of("recordings.for"));
        days.setOnAction(event -> recordings.keepFor(days.getValue()));
        Label size = Section.hint("");
        delete = Controls.button(texts.of("recordings.delete"), Feather.TRASH_2, recordings::ask);
        delete.setId("delete-recordings");
        delete.managedProperty().bind(delete.visibleProperty());
        leave = new Button(texts.of("review.delete.no"));
        leave.setId("leave-recordings");
        leave.setOnAction(event -> recordings.leave());
        question = question();
        Label problem = Section.message();
        getChildren().add(new Section(texts.of("recordings.heading"), Section.hint(texts.of("recordings.hint")), kept,
                Section.row(texts.of("recordings.for"), days), size, delete, question, problem));
        follows = Subscription.combine(
                recordings.bytesProperty().subscribe(bytes -> {
                    size.setText(bytes.longValue() > 0
                            ? texts.of("recordings.size", RecordingsViewModel.size(bytes.longValue()))
                            : bytes.longValue() == 0 ? texts.of("recordings.none") : "");
                    delete.setDisable(bytes.longValue() <= 0);
                }),
                recordings.askingProperty().subscribe(this::ask),
                recordings.problemProperty().subscribe(why -> problem.setText(why.orElse(""))));
    }

    private VBox question() {
        Button yes = Controls.button(texts.of("recordings.delete.yes"), Feather.TRASH_2, recordings::deleteAll);
        yes.setId("delete-recordings-for-good");
        yes.getStyleClass().add(Styles.DANGER);
        leave.setAccessibleHelp(texts.of("recordings.delete.question"));
        FlowPane buttons = new FlowPane(8, 8, leave, yes);
        buttons.getStyleClass().add("buttons");
        VBox box = new VBox(Controls.text(texts.of("recordings.delete.question"), "question"), buttons);
        box.getStyleClass().add("delete-question");
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    /** Nothing is deleted by a key that was pressed once too often: the safe answer has the focus. */
    private void ask(boolean asking) {
        boolean asked = question.isVisible();
        delete.setVisible(!asking);
        question.setVisible(asking);
        if (asking) {
            leave.requestFocus();
        } else if (asked) {
            delete.requestFocus();
        }
    }

    void close() {
        follows.unsubscribe();
    }

    private final class Days extends StringConverter<Integer> {
        @Override
        public String toString(@Nullable Integer days) {
            return days == null || days == 0 ? texts.of("recordings.for.ever") : texts.of("recordings.for.days", days);
        }

        @Override
        public Integer fromString(String text) {
            return 0; // nothing is written into it
        }
    }
}
