package org.vivavoce.ui.talk;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vivavoce.session.TurnLatency;
import org.vivavoce.session.TurnLatency.Stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DiagnosticsTest {

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void theyAreHiddenUntilTheUserAsks() {
        assertFalse(diagnostics.shownProperty().get());
        diagnostics.toggle();
        assertTrue(diagnostics.shownProperty().get());
        diagnostics.toggle();
        assertFalse(diagnostics.shownProperty().get());
    }

    @Test
    void beforeTheFirstTurnThereIsNothingToTell() {
        assertEquals(0, diagnostics.turnsProperty().get());
        assertEquals(List.of(), diagnostics.lines());
    }

    @Test
    void everyStageHasALineInTheOrderOfTheStagesAndADashWhereItWasNotSeen() {
        diagnostics.measured(new TurnLatency(Map.of(Stage.SENT, 262L, Stage.FIRST_SOUND, 2610L)));
        diagnostics.measured(new TurnLatency(Map.of(Stage.FIRST_SOUND, 1800L)));

        assertEquals(2, diagnostics.turnsProperty().get());
        assertEquals(List.of(Stage.values()), diagnostics.lines().stream().map(Diagnostics.Line::stage).toList());
        assertEquals(new Diagnostics.Line(Stage.SOFT_END, "–", "–", "–"), diagnostics.lines().getFirst());
        assertEquals(new Diagnostics.Line(Stage.SENT, "262", "262", "–"), diagnostics.lines().get(1));
        assertEquals(new Diagnostics.Line(Stage.FIRST_SOUND, "1800", "2610", "1800"), diagnostics.lines().getLast());
    }

    @Test
    void turnsAreMeasuredWhileTheyAreHidden() {
        for (long turn = 1; turn <= 20; turn++) {
            diagnostics.measured(new TurnLatency(Map.of(Stage.FIRST_SOUND, turn * 100)));
        }

        assertEquals(new Diagnostics.Line(Stage.FIRST_SOUND, "1000", "1900", "2000"), diagnostics.lines().getLast());
    }
}
