package org.vivavoce.ui.ideas;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.store.Idea;
import org.vivavoce.ui.Later;
import org.vivavoce.ui.ScriptedArchive;
import org.vivavoce.ui.ScriptedIdeas;
import org.vivavoce.ui.ideas.IdeasViewModel.Done;
import org.vivavoce.ui.ideas.IdeasViewModel.State;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class IdeasViewModelTest {

    private final ScriptedArchive archive = new ScriptedArchive();
    private final ScriptedIdeas shelf = archive.ideas;
    private final Later background = new Later();

    private IdeasViewModel open() {
        IdeasViewModel ideas = new IdeasViewModel(shelf, background, Runnable::run);
        background.run();
        return ideas;
    }

    private static List<String> texts(IdeasViewModel ideas) {
        return ideas.shownProperty().get().rows().stream().map(row -> row.idea().text()).toList();
    }

    private static State state(IdeasViewModel ideas) {
        return ideas.shownProperty().get().state();
    }

    private static String chosen(IdeasViewModel ideas) {
        return ideas.chosen().map(row -> row.idea().text()).orElse("none");
    }

    private void fill() {
        shelf.keep("Ada", 0, Duration.ofHours(1));
        shelf.keep("Café Grace", 0, Duration.ofHours(2));
        shelf.keep("Lin's bridge café", 0, Duration.ofHours(3));
    }

    @Test
    void theNewestIsFirstAndChosen() {
        fill();
        IdeasViewModel ideas = open();
        assertEquals(State.THERE, state(ideas));
        assertEquals(List.of("Ada", "Café Grace", "Lin's bridge café"), texts(ideas));
        assertEquals("Ada", chosen(ideas));
    }

    @Test
    void wordsAreFoundWithoutRegardToCaseAccentsAndOrder() {
        fill();
        IdeasViewModel ideas = open();
        ideas.search(" CAFE ");
        assertEquals(List.of("Café Grace", "Lin's bridge café"), texts(ideas));
        assertEquals("Café Grace", chosen(ideas));
        ideas.search("café bri");
        assertEquals(List.of("Lin's bridge café"), texts(ideas));
        ideas.search("zebra");
        assertEquals(State.NOTHING_FOUND, state(ideas));
        ideas.search("");
        assertEquals(3, texts(ideas).size());
    }

    @Test
    void whatIsDeletedCanBeGivenAgainWhereItWas() {
        fill();
        IdeasViewModel ideas = open();
        ideas.choose(ideas.shownProperty().get().rows().get(1));
        ideas.delete();
        background.run();
        assertEquals(List.of("Ada", "Lin's bridge café"), texts(ideas));
        assertEquals("Lin's bridge café", chosen(ideas), "the one after it is chosen");
        assertInstanceOf(Done.Deleted.class, ideas.doneProperty().get());
        ideas.undo();
        background.run();
        assertEquals(List.of("Ada", "Café Grace", "Lin's bridge café"), texts(ideas));
        assertEquals("Café Grace", chosen(ideas));
        ideas.undo();
        background.run();
        assertEquals(List.of("remove 2", "restore 2"), shelf.calls, "once is enough");
    }

    @Test
    void whoDeletesTwiceInARowMeansTwo() {
        fill();
        IdeasViewModel ideas = open();
        ideas.delete();
        ideas.delete();
        background.run();
        assertEquals(List.of("Lin's bridge café"), texts(ideas));
    }

    @Test
    void theLastOneCanBeDeletedAndGivenAgain() {
        Idea only = shelf.keep("Ada", 0, Duration.ofHours(1));
        IdeasViewModel ideas = open();
        ideas.delete();
        background.run();
        assertEquals(State.NOTHING_YET, state(ideas));
        assertEquals("none", chosen(ideas));
        assertEquals(new Done.Deleted(only), ideas.doneProperty().get());
        ideas.undo();
        background.run();
        assertEquals("Ada", chosen(ideas));
    }

    @Test
    void theTextIsChangedUnlessNothingIsLeftOfIt() {
        fill();
        IdeasViewModel ideas = open();
        Idea ada = ideas.shownProperty().get().rows().getFirst().idea();
        ideas.change(ada, "  ");
        ideas.change(ada, "Ada ");
        background.run();
        assertEquals(List.of(), shelf.calls);
        ideas.change(ada, "Ada Lovelace");
        background.run();
        assertEquals("Ada Lovelace", chosen(ideas));
    }

    @Test
    void allAreExportedInTheFormatOfTheName() {
        fill();
        IdeasViewModel ideas = open();
        ideas.search("ada");
        ideas.export(Path.of("ideas.json"));
        background.run();
        assertEquals(List.of("export JSON ideas.json"), shelf.calls);
        assertEquals(new Done.Written(Path.of("ideas.json")), ideas.doneProperty().get());
    }

    @Test
    void whatFailsIsSaidAndNothingIsLost() {
        fill();
        IdeasViewModel ideas = open();
        shelf.failure = Optional.of("The disk is full.");
        ideas.delete();
        background.run();
        assertEquals(new Done.Failed("The disk is full."), ideas.doneProperty().get());
        assertEquals(3, texts(ideas).size());
        assertEquals("Ada", chosen(ideas));
        IdeasViewModel others = open();
        assertEquals(State.FAILED, state(others));
        assertEquals(Optional.of("The disk is full."), others.shownProperty().get().problem());
        others.search("ada");
        assertEquals(State.FAILED, state(others));
    }

    @Test
    void whatIsTypedWhileTheyAreReadHoldsWhenTheyAreThere() {
        fill();
        IdeasViewModel ideas = new IdeasViewModel(shelf, background, Runnable::run);
        ideas.search("ada");
        assertEquals(State.LOADING, state(ideas));
        background.run();
        assertEquals(List.of("Ada"), texts(ideas));
    }
}
