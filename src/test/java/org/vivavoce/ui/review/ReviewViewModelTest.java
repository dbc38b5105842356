package org.vivavoce.ui.review;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.exchange.ExportFormat;
import org.vivavoce.ui.Later;
import org.vivavoce.ui.ScriptedArchive;
import org.vivavoce.ui.review.ListViewModel.Shown;
import org.vivavoce.ui.review.ListViewModel.State;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReviewViewModelTest {

    private final ScriptedArchive archive = new ScriptedArchive();
    private final Later background = new Later();
    private final Later typing = new Later();
    private final Later ui = new Later();

    private ReviewViewModel review() {
        ReviewViewModel review = new ReviewViewModel(archive, background, typing, ui);
        run();
        return review;
    }

    private ReviewViewModel filled() {
        archive.fill();
        return review();
    }

    private void run() {
        while (background.size() + ui.size() > 0) {
            background.run();
            ui.run();
        }
    }

    private static Shown shown(ReviewViewModel review) {
        return review.list().shownProperty().get();
    }

    private static List<SessionId> ids(ReviewViewModel review) {
        return shown(review).rows().stream().map(row -> row.session().id()).toList();
    }

    private static Optional<SessionId> opened(ReviewViewModel review) {
        return review.transcript().openedProperty().get().map(whole -> whole.session().id());
    }

    @Test
    void whereNothingWasEverKeptThatIsSaid() {
        assertEquals(State.NOTHING_YET, shown(review()).state());
    }

    @Test
    void theNewestComesFirstAndIsReadAtOnce() {
        ReviewViewModel review = filled();
        assertEquals(7, shown(review).count());
        assertEquals(ScriptedArchive.id(1), ids(review).getFirst());
        assertEquals(Optional.of(ScriptedArchive.id(1)), opened(review));
        assertFalse(review.readingProperty().get());
    }

    @Test
    void conversationsThatCannotBeReadAreToldInASentence() {
        archive.failure = Optional.of("The disk is gone.");
        ReviewViewModel review = review();
        assertEquals(State.FAILED, shown(review).state());
        assertEquals(Optional.of("The disk is gone."), shown(review).problem());
        archive.failure = Optional.empty();
        archive.fill();
        review.list().refresh();
        run();
        assertEquals(State.THERE, shown(review).state());
    }

    @Test
    void onlyTheLastOfWhatIsTypedIsLookedFor() {
        ReviewViewModel review = filled();
        archive.lists = 0;
        for (String typed : List.of("q", "qu", "que", "queu", "queue")) {
            review.list().search(typed);
        }
        assertEquals(0, archive.lists);
        typing.run();
        run();
        assertEquals(1, archive.lists);
        assertEquals(List.of(ScriptedArchive.id(1), ScriptedArchive.id(4)), ids(review));
    }

    @Test
    void whatWasFoundStandsInTheListWithItsPlace() {
        ReviewViewModel review = filled();
        review.list().search("mercado");
        typing.run();
        run();
        Row row = shown(review).rows().getFirst();
        assertEquals(1, row.found().orElseThrow().position());
        assertEquals(Optional.of(ScriptedArchive.id(2)), opened(review));
        assertFalse(row.toString().contains("mercado"));
    }

    @Test
    void aTitleIsFoundThoughNothingOfItWasSaid() {
        ReviewViewModel review = filled();
        review.list().search("weekend");
        typing.run();
        run();
        assertEquals(List.of(ScriptedArchive.id(3)), ids(review));
        assertTrue(shown(review).rows().getFirst().found().isEmpty());
    }

    @Test
    void whatWasOvertakenIsNotShown() {
        ReviewViewModel review = filled();
        review.list().ofMode(Optional.of("chat"));
        background.run(); // found, and on its way to the screen
        review.list().ofMode(Optional.of("interview"));
        ui.run();
        assertEquals(7, ids(review).size());
        run();
        assertEquals(List.of(ScriptedArchive.id(1), ScriptedArchive.id(4)), ids(review));
    }

    @Test
    void modeAndLanguageAreFilteredTogether() {
        ReviewViewModel review = filled();
        review.list().ofMode(Optional.of("language"));
        review.list().inLanguage(Optional.of("ja"));
        run();
        assertEquals(List.of(ScriptedArchive.id(6)), ids(review));
        review.list().ofMode(Optional.of("interview"));
        run();
        assertEquals(State.NOTHING_FOUND, shown(review).state());
        assertEquals(Optional.empty(), opened(review));
        review.list().inLanguage(Optional.empty());
        run();
        assertEquals(Optional.of(ScriptedArchive.id(1)), opened(review));
    }

    @Test
    void olderOnesComeWhenTheyAreAskedFor() {
        for (int i = 1; i <= ListViewModel.PAGE + 20; i++) {
            archive.keep(i, "chat", "en", "", Duration.ofHours(i), "Hey!");
        }
        ReviewViewModel review = review();
        assertEquals(ListViewModel.PAGE, ids(review).size());
        assertTrue(shown(review).hasMore());
        review.choose(ScriptedArchive.id(50));
        review.list().showMore();
        run();
        assertEquals(ListViewModel.PAGE + 20, ids(review).size());
        assertFalse(shown(review).hasMore());
        assertEquals(Optional.of(ScriptedArchive.id(50)), opened(review));
    }

    @Test
    void whoGoesThroughTheListQuicklyReadsOnlyTheLast() {
        ReviewViewModel review = filled();
        review.choose(ScriptedArchive.id(2));
        background.run();
        review.choose(ScriptedArchive.id(3));
        ui.run();
        assertEquals(Optional.of(ScriptedArchive.id(1)), opened(review));
        run();
        assertEquals(Optional.of(ScriptedArchive.id(3)), opened(review));
    }

    @Test
    void nothingIsAskedOfTheOldOneWhileAnotherIsOnItsWay() {
        ReviewViewModel review = filled();
        review.choose(ScriptedArchive.id(2));
        review.askToDelete();
        assertFalse(review.transcript().askingProperty().get());
        review.transcript().rename("Wrong");
        run();
        assertEquals(List.of(), archive.calls);
    }

    @Test
    void aTitleAndTagsAreKeptAndShownInBothPlaces() {
        ReviewViewModel review = filled();
        review.transcript().rename("  Payments ");
        run();
        review.transcript().addTag(" hard ");
        run();
        review.transcript().addTag("hard");
        review.transcript().addTag("  ");
        review.transcript().removeTag("backend");
        run();
        assertEquals("Payments", review.chosenRow().orElseThrow().session().title());
        assertEquals(List.of("to repeat", "hard"), review.chosenRow().orElseThrow().session().tags());
        assertEquals("Payments", review.transcript().openedProperty().get().orElseThrow().session().title());
        assertEquals(List.of("rename", "tag [backend, to repeat, hard]", "tag [to repeat, hard]"), archive.calls);
    }

    @Test
    void aTitleThatCannotBeKeptIsToldAndForgottenWithTheNextChoice() {
        ReviewViewModel review = filled();
        archive.failure = Optional.of("The disk is full.");
        review.transcript().rename("Payments");
        assertTrue(review.transcript().busyProperty().get());
        run();
        assertFalse(review.transcript().busyProperty().get());
        assertEquals(Optional.of("The disk is full."), review.transcript().problemProperty().get());
        assertEquals("", review.transcript().openedProperty().get().orElseThrow().session().title());
        archive.failure = Optional.empty();
        review.choose(ScriptedArchive.id(2));
        assertEquals(Optional.empty(), review.transcript().problemProperty().get());
    }

    @Test
    void nothingIsDeletedBeforeTheUserHasSaidYes() {
        ReviewViewModel review = filled();
        review.transcript().delete();
        review.askToDelete();
        assertTrue(review.readingProperty().get());
        assertTrue(review.back());
        review.transcript().delete();
        run();
        assertEquals(List.of(), archive.calls);
        assertTrue(review.readingProperty().get());
    }

    @Test
    void afterADeletionTheNextOneIsChosen() {
        ReviewViewModel review = filled();
        review.choose(ScriptedArchive.id(4));
        run();
        review.askToDelete();
        review.transcript().delete();
        review.transcript().delete();
        run();
        assertEquals(List.of("delete"), archive.calls);
        assertEquals(6, shown(review).count());
        assertEquals(Optional.of(ScriptedArchive.id(5)), opened(review));
        assertFalse(review.readingProperty().get());
    }

    @Test
    void afterTheLastOneIsDeletedNothingIsLeft() {
        archive.keep(1, "chat", "en", "", Duration.ofHours(1), "Hey!");
        ReviewViewModel review = review();
        review.askToDelete();
        review.transcript().delete();
        run();
        assertEquals(State.NOTHING_YET, shown(review).state());
        assertEquals(Optional.empty(), opened(review));
        assertEquals(Optional.empty(), review.chosenProperty().get());
    }

    @Test
    void aDeletionThatWentWrongIsToldAndTheListIsReadAgain() {
        ReviewViewModel review = filled();
        review.askToDelete();
        archive.failure = Optional.of("Its recordings could not be deleted.");
        review.transcript().delete();
        background.run();
        archive.failure = Optional.empty();
        run();
        assertEquals(Optional.of("Its recordings could not be deleted."), review.transcript().problemProperty().get());
        assertEquals(7, ids(review).size());
        assertEquals(Optional.of(ScriptedArchive.id(1)), opened(review));
    }

    @Test
    void oneThatIsNamedIsReadThoughItIsFarDownTheList() {
        for (int i = 1; i <= ListViewModel.PAGE + 1; i++) {
            archive.keep(i, "chat", "en", "", Duration.ofHours(i), "Hey!");
        }
        ReviewViewModel review = new ReviewViewModel(archive, background, typing, ui);
        review.read(ScriptedArchive.id(ListViewModel.PAGE + 1));
        run();
        assertEquals(Optional.of(ScriptedArchive.id(ListViewModel.PAGE + 1)), opened(review));
        assertTrue(review.readingProperty().get());
        assertTrue(review.back());
        assertFalse(review.back());
    }

    @Test
    void aConversationIsWrittenInTheFormatOfTheFile() {
        ReviewViewModel review = filled();
        Path file = Path.of("talk.HTML");
        review.transcript().export(ExportFormat.of(file), file);
        run();
        assertEquals(List.of("export HTML talk.HTML"), archive.calls);
        assertEquals(Optional.of(new TranscriptViewModel.Exported(file, Optional.empty())),
                review.transcript().exportedProperty().get());
        assertEquals(ExportFormat.MARKDOWN, ExportFormat.of(Path.of("talk")));
    }

    @Test
    void whatIsOnItsWayWhenTheScreenIsLeftIsNotShown() {
        ReviewViewModel review = filled();
        review.list().ofMode(Optional.of("chat"));
        review.choose(ScriptedArchive.id(2));
        review.close();
        run();
        assertEquals(7, ids(review).size());
        assertEquals(Optional.empty(), opened(review));
    }
}
