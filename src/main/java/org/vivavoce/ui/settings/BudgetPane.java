package org.vivavoce.ui.settings;

import java.util.OptionalDouble;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.vivavoce.models.Dollars;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Texts;

/** What may be spent on a conversation and in a month. JavaFX thread. */
final class BudgetPane extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final double FIELD_WIDTH = 120;

    private final Texts texts;
    private final Label message = Section.message();

    BudgetPane(BudgetViewModel budget, Texts texts) {
        this.texts = texts;
        Label spent = Section.hint("");
        budget.spentProperty().subscribe(dollars -> spent.setText(dollars.doubleValue() > 0
                ? texts.of("settings.budget.spent", Dollars.about(OptionalDouble.of(dollars.doubleValue())))
                : texts.of("settings.budget.nothing-spent")));
        getChildren().add(new Section(texts.of("settings.budget"), Section.hint(texts.of("settings.budget.hint")),
                row("budget-session", texts.of("settings.budget.session"), budget.session(), budget::setSession),
                row("budget-month", texts.of("settings.budget.month"), budget.month(), budget::setMonth), message,
                spent));
    }

    private Node row(String id, String name, String written, Predicate<String> keep) {
        TextField field = new TextField(written);
        field.setId(id);
        field.setPrefWidth(FIELD_WIDTH);
        field.setPromptText(texts.of("settings.budget.none"));
        field.setAccessibleText(name);
        Runnable whenLeft = () -> {
            boolean well = keep.test(field.getText());
            field.pseudoClassStateChanged(WRONG, !well);
            message.setText(well ? "" : texts.of("settings.budget.wrong"));
        };
        Controls.whenWritten(field, whenLeft);
        return Section.row(name, field);
    }
}
