package org.vivavoce.bench.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReportTest {

    private final Report report = new Report("gap");

    @Test
    void medianAndPercentileAreOfTheSortedValues() {
        assertEquals(new Spread(4, 1, 2.5, 9, 9), Spread.of(List.of(9.0, 1.0, 3.0, 2.0)));
        Spread hundred = Spread.of(IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList());
        assertEquals(95, hundred.p95());
        assertEquals(50.5, hundred.median());
    }

    @Test
    void nothingMeasuredIsNotATargetMet() {
        assertEquals(0, Spread.of(List.of(Double.NaN)).n());
        assertTrue(!Finding.atMost("gap, s", Double.NaN, 2.8).isMet());
        assertEquals("not measured", Finding.atMost("gap, s", Double.NaN, 2.8).verdict());
    }

    @Test
    void theTableShowsFiguresTargetsAndVerdicts() {
        report.spread("gap, adaptive, s", List.of(2.5, 2.75, 2.6));
        report.find(Finding.atMost("gap adaptive / classic", 0.412, 0.4));
        report.find(Finding.atLeast("recall", 1, 0.98));
        report.find(Finding.told("turns", 10));

        String text = report.text();

        assertTrue(text.startsWith("== gap\n"), text);
        assertTrue(text.contains("gap, adaptive, s                                   3     2.600     2.750"), text);
        assertTrue(text.contains("0.412  <= 0.400  MISSED"), text);
        assertTrue(text.contains("1  >= 0.980  met"), text);
    }

    @Test
    void theJsonHoldsTheSame() {
        report.spread("gap, s", List.of(2.5, Double.NaN));
        report.spread("nothing", List.of());
        report.find(Finding.atMost("gap, s", 2.5, 2.8));
        report.row(new TurnFigures(6000, Double.NaN, 2800.4, 7000, 2, 1, false).json());

        ObjectNode json = report.json();

        assertEquals(2.5, json.at("/spreads/gap, s/median").asDouble());
        assertTrue(json.at("/spreads/nothing/median").isNull());
        assertEquals("met", json.at("/findings/0/verdict").asText());
        assertTrue(json.at("/rows/0/gap-ms").isNull());
        assertEquals(2800, json.at("/rows/0/floor-ms").asInt());
    }
}
