package org.vivavoce.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vivavoce.ai.ServiceUse;
import org.vivavoce.ai.Stage;
import org.vivavoce.models.ModelCatalog;
import org.vivavoce.models.Prices;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationEvent.Ended;
import org.vivavoce.session.ConversationEvent.PartnerTurnEnded;
import org.vivavoce.session.ConversationEvent.StateChanged;
import org.vivavoce.session.ConversationEvent.Trouble;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.settings.MonthSpent;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings.BudgetSettings;
import org.vivavoce.turn.TurnState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BudgetWatchTest {

    private static final Prices ONE_DOLLAR_A_MINUTE = new Prices(1.0, null, null, null, null, null);
    private static final Ended ENDED = new Ended(new SessionSummary(Duration.ZERO, 0, 0, Duration.ZERO, Duration.ZERO,
            0, Optional.empty()));

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final ExpenseMeter meter = new ExpenseMeter();
    private final List<ConversationEvent> told = new ArrayList<>();
    private BudgetSettings budget = new BudgetSettings(1, 0);
    private int ends;

    private MonthSpent month() {
        return new MonthSpent(folder.resolve("spent.toml"),
                Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));
    }

    private BudgetWatch watch() {
        return new BudgetWatch(() -> budget, meter, month(), Runnable::run, () -> ends++, told::add);
    }

    private void spend(double dollars) {
        meter.add(new ServiceUse(Stage.TRANSCRIPTION, Duration.ofMillis(Math.round(dollars * 60_000)), 0, 0, 0),
                ONE_DOLLAR_A_MINUTE);
    }

    private List<String> troubles() {
        return told.stream().filter(Trouble.class::isInstance).map(Trouble.class::cast).map(Trouble::sentence).toList();
    }

    private static void reply(BudgetWatch watch) {
        watch.on(new StateChanged(TurnState.THINKING));
        watch.on(new StateChanged(TurnState.SPEAKING));
        watch.on(new PartnerTurnEnded(1));
        watch.on(new StateChanged(TurnState.LISTENING));
    }

    @Test
    void belowFourFifthsNothingIsSaid() {
        BudgetWatch watch = watch();
        spend(0.79);
        reply(watch);
        assertEquals(List.of(), troubles());
        assertEquals(0, ends);
    }

    @Test
    void atFourFifthsTheUserIsWarnedOnce() {
        BudgetWatch watch = watch();
        spend(0.8);
        reply(watch);
        reply(watch);
        assertEquals(List.of("Four fifths of your budget of $1.00 for a conversation are used."), troubles());
        assertEquals(0, ends);
    }

    @Test
    void whenItIsUsedUpThePartnerFinishesItsReplyBeforeTheEnd() {
        BudgetWatch watch = watch();
        watch.on(new StateChanged(TurnState.THINKING));
        spend(1.2);
        watch.on(new StateChanged(TurnState.SPEAKING));
        assertEquals(0, ends, "it still speaks");
        assertEquals(List.of("Your budget of $1.00 for a conversation is used up, so the conversation ends after this"
                + " reply: raise it in the settings to talk on."), troubles());
        watch.on(new PartnerTurnEnded(1));
        watch.on(new StateChanged(TurnState.LISTENING));
        watch.on(new StateChanged(TurnState.LISTENING));
        assertEquals(1, ends);
        assertTrue(watch.expense().remark().orElseThrow().contains("$1.00 for a conversation is used up"));
    }

    @Test
    void whoBreaksInIsStillAnswered() {
        BudgetWatch watch = watch();
        spend(1.2);
        watch.on(new StateChanged(TurnState.SPEAKING));
        watch.on(new PartnerTurnEnded(1));
        watch.on(new StateChanged(TurnState.HEARING));
        assertEquals(0, ends);
        reply(watch);
        assertEquals(1, ends);
    }

    @Test
    void aBudgetThatIsRaisedMeanwhileLetsTheConversationGoOn() {
        BudgetWatch watch = watch();
        spend(1.2);
        watch.on(new StateChanged(TurnState.SPEAKING));
        budget = new BudgetSettings(5, 0);
        reply(watch);
        assertEquals(0, ends);
    }

    @Test
    void theMonthCountsWhatWasSpentBefore() {
        budget = new BudgetSettings(0, 10);
        month().add(9.5);
        BudgetWatch watch = watch();
        spend(0.1);
        reply(watch);
        assertEquals(List.of("Four fifths of your budget of $10.00 for this month are used."), troubles());
        spend(0.4);
        reply(watch);
        assertEquals(1, ends);
    }

    @Test
    void theMonthsSumIsKeptAfterEachTurnAndAtTheEnd() {
        BudgetWatch watch = watch();
        spend(0.25);
        reply(watch);
        assertEquals(0.25, month().dollars(), 1e-9);
        spend(0.5);
        watch.on(ENDED);
        assertEquals(0.75, month().dollars(), 1e-9);
        assertEquals(ENDED, told.getLast());
    }

    @Test
    void withoutABudgetNothingEnds() {
        budget = new BudgetSettings(0, 0);
        BudgetWatch watch = watch();
        spend(1000);
        reply(watch);
        assertEquals(List.of(), troubles());
        assertEquals(0, ends);
    }

    @Test
    void whatIsNotPricedMakesTheCostUnknownButStillCounts() {
        BudgetWatch watch = watch();
        spend(0.5);
        meter.add(new ServiceUse(Stage.CHAT, Duration.ZERO, 10, 5, 0), Prices.UNKNOWN);
        assertEquals(OptionalDouble.empty(), watch.expense().dollars());
        assertEquals(10, watch.expense().tokensRead());
        assertEquals(0.5, meter.dollars(), 1e-9);
    }

    @Test
    void aMonthWithoutBudgetLeftBeginsNoConversationThatCosts() {
        month().add(10);
        Purse purse = new Purse(ModelCatalog.builtIn(), month(), Runnable::run);
        ServicePresets presets = ServicePresets.load();
        ServicePreset openai = presets.byId(ServicePresets.OPENAI).orElseThrow();
        purse.require(openai, new BudgetSettings(1, 11));
        purse.require(openai, new BudgetSettings(1, 0));
        purse.require(presets.byId(ServicePresets.OFFLINE).orElseThrow(), new BudgetSettings(0, 10));
        purse.require(presets.byId(ServicePresets.LOCAL).orElseThrow(), new BudgetSettings(0, 10));

        var refused = assertThrows(StartingConversation.CannotStartException.class,
                () -> purse.require(openai, new BudgetSettings(0, 10)));
        assertEquals("your budget of $10.00 for this month is used up; raise it in the settings, or choose the built-in"
                + " partner.", refused.getMessage());
    }
}
