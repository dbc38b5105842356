package org.vivavoce.ui.settings;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.vivavoce.settings.MonthSpent;
import org.vivavoce.settings.Settings.BudgetSettings;
import org.vivavoce.ui.common.SettingsModel;

/** The settings of what may be spent, as they are written in fields: in dollars, empty for no limit. JavaFX thread. */
public final class BudgetViewModel {

    private final SettingsModel settings;
    private final ReadOnlyDoubleWrapper spent = new ReadOnlyDoubleWrapper();

    /**
     * Shows what holds.
     *
     * @param month      what was spent in this month
     * @param background reads that
     * @param ui         the JavaFX thread
     */
    public BudgetViewModel(SettingsModel settings, MonthSpent month, Executor background, Executor ui) {
        this.settings = settings;
        background.execute(() -> {
            double dollars = month.dollars();
            ui.execute(() -> spent.set(dollars));
        });
    }

    /** What was spent in this month, in dollars; 0 until it is known. */
    public ReadOnlyDoubleProperty spentProperty() {
        return spent.getReadOnlyProperty();
    }

    /** The budget for a conversation. */
    public String session() {
        return written(settings.now().budget().sessionDollars());
    }

    /** The budget for a month. */
    public String month() {
        return written(settings.now().budget().monthDollars());
    }

    /** Sets the budget for a conversation; false when what was written is no amount, and nothing is changed then. */
    public boolean setSession(String written) {
        OptionalDouble amount = amount(written);
        amount.ifPresent(dollars -> settings.change(
                now -> now.withBudget(new BudgetSettings(dollars, now.budget().monthDollars()))));
        return amount.isPresent();
    }

    /** Sets the budget for a month; false when what was written is no amount, and nothing is changed then. */
    public boolean setMonth(String written) {
        OptionalDouble amount = amount(written);
        amount.ifPresent(dollars -> settings.change(
                now -> now.withBudget(new BudgetSettings(now.budget().sessionDollars(), dollars))));
        return amount.isPresent();
    }

    private static String written(double dollars) {
        return dollars <= 0 ? "" : String.format(Locale.ROOT, "%.2f", dollars);
    }

    /** Takes {@code 2}, {@code 2.50}, {@code 2,50} and {@code $2.50}. */
    private static OptionalDouble amount(String written) {
        String plain = written.strip().replaceFirst("^\\$", "").strip().replace(',', '.');
        if (plain.isEmpty()) {
            return OptionalDouble.of(0);
        }
        return plain.matches("\\d{1,6}(\\.\\d{0,2})?")
                ? OptionalDouble.of(Double.parseDouble(plain))
                : OptionalDouble.empty();
    }
}
