package org.vivavoce.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.vivavoce.ai.MeteredServices;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.Stage;
import org.vivavoce.models.Model;
import org.vivavoce.models.ModelCatalog;
import org.vivavoce.models.Prices;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.settings.MonthSpent;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.Settings;
import org.vivavoce.settings.Settings.BudgetSettings;

/** Counts and pays, so to speak: meters the services of conversations and holds them to the user's budget. Thread-safe. */
final class Purse {

    private final ModelCatalog models;
    private final MonthSpent month;
    private final Executor background;

    /**
     * Nothing is read yet.
     *
     * @param month      the month's sum
     * @param background writes it
     */
    Purse(ModelCatalog models, MonthSpent month, Executor background) {
        this.models = models;
        this.month = month;
        this.background = background;
    }

    /** The services of a preset, each request counted. What the built-in partner does is neither sent anywhere nor paid for. */
    Services metered(Services services, ServicePreset preset, ExpenseMeter meter) {
        return MeteredServices.of(services, use -> {
            Settings.Endpoint endpoint = ServiceParts.of(preset, use.stage());
            if (!endpoint.baseUrl().isEmpty()) {
                meter.add(use, prices(endpoint));
            }
        });
    }

    /** Watches a conversation. Reads the month's sum: may take a few milliseconds. */
    BudgetWatch watch(Supplier<BudgetSettings> budget, ExpenseMeter meter, Runnable end, ConversationListener inner) {
        return new BudgetWatch(budget, meter, month, background, end, inner);
    }

    /**
     * Before a conversation begins.
     *
     * @throws StartingConversation.CannotStartException when the month's budget is used up and the services are paid for
     */
    void require(ServicePreset preset, BudgetSettings budget) {
        boolean paid = List.of(Stage.values()).stream()
                .anyMatch(stage -> !prices(ServiceParts.of(preset, stage)).equals(Prices.UNKNOWN));
        Budget now = new Budget(new BudgetSettings(0, budget.monthDollars()), 0, month.dollars());
        if (paid && now.level() == Budget.Level.USED) {
            throw new StartingConversation.CannotStartException(
                    now.name() + " is used up; raise it in the settings, or choose the built-in partner.");
        }
    }

    private Prices prices(Settings.Endpoint endpoint) {
        Optional<Model> model = models.offered(endpoint.baseUrl(), endpoint.model());
        return model.map(Model::prices).orElse(Prices.UNKNOWN);
    }
}
