package org.vivavoce.ui.home;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.ui.ScriptedArchive;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RecentViewModelTest {

    private final ScriptedArchive archive = new ScriptedArchive();

    private List<SessionRecord> recent() {
        return new RecentViewModel(archive, 3, Runnable::run, Runnable::run).sessionsProperty().get();
    }

    @Test
    void theLastThreeAreShown() {
        archive.fill();
        assertEquals(List.of(ScriptedArchive.id(1), ScriptedArchive.id(2), ScriptedArchive.id(3)),
                recent().stream().map(SessionRecord::id).toList());
    }

    @Test
    void noneIsShownWhereNoneIsThereOrNoneCanBeRead() {
        assertEquals(List.of(), recent());
        archive.fill();
        archive.failure = Optional.of("The disk is gone.");
        assertEquals(List.of(), recent());
    }
}
