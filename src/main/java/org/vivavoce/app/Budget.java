package org.vivavoce.app;

import java.util.Optional;
import org.vivavoce.models.Dollars;
import org.vivavoce.settings.Settings.BudgetSettings;

/**
 * What may be spent, and how much of it is. A value.
 *
 * @param set             what the user has set
 * @param sessionDollars  spent in this conversation
 * @param monthDollars    spent in this month, this conversation among it
 */
record Budget(BudgetSettings set, double sessionDollars, double monthDollars) {

    private static final double WARN_AT = 0.8;

    /** How far a budget is used. */
    enum Level {
        /** There is enough left, or no budget. */
        FREE,
        /** Four fifths are used. */
        NEARLY_USED,
        /** All of it is used. */
        USED
    }

    /** The level of the one that is used farthest. */
    Level level() {
        Level session = level(sessionDollars, set.sessionDollars());
        Level month = level(monthDollars, set.monthDollars());
        return session.compareTo(month) >= 0 ? session : month;
    }

    private static Level level(double spent, double budget) {
        if (budget <= 0 || spent < WARN_AT * budget) {
            return Level.FREE;
        }
        return spent < budget ? Level.NEARLY_USED : Level.USED;
    }

    /** One sentence for the user; empty while there is enough left. */
    Optional<String> sentence() {
        return switch (level()) {
            case FREE -> Optional.empty();
            case NEARLY_USED -> Optional.of("Four fifths of " + name() + " are used.");
            case USED -> Optional.of(name().replaceFirst("^y", "Y")
                    + " is used up, so the conversation ends after this reply: raise it in the settings to talk on.");
        };
    }

    /** The budget that is used farthest, as it stands within a sentence. */
    String name() {
        Level session = level(sessionDollars, set.sessionDollars());
        return session == level()
                ? "your budget of " + Dollars.exact(set.sessionDollars()) + " for a conversation"
                : "your budget of " + Dollars.exact(set.monthDollars()) + " for this month";
    }
}
