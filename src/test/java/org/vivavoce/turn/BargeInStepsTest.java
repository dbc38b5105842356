package org.vivavoce.turn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.turn.TurnAction.Arm;
import org.vivavoce.turn.TurnAction.BeginUtterance;
import org.vivavoce.turn.TurnAction.CutPiece;
import org.vivavoce.turn.TurnAction.DropUtterance;
import org.vivavoce.turn.TurnAction.Duck;
import org.vivavoce.turn.TurnAction.EndTurn;
import org.vivavoce.turn.TurnAction.InterruptPartner;
import org.vivavoce.turn.TurnAction.Overhear;
import org.vivavoce.turn.TurnAction.PausePartner;
import org.vivavoce.turn.TurnAction.ReopenTurn;
import org.vivavoce.turn.TurnAction.ResumePartner;
import org.vivavoce.turn.TurnAction.Unduck;
import org.vivavoce.turn.TurnEvent.Found;
import org.vivavoce.turn.TurnEvent.Overheard;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Speech over the partner, in steps, and every order in which its end, its meaning, keys and the partner's end can meet. */
class BargeInStepsTest {

    private static final BargeInValues VALUES = BargeInValues.inSteps();
    private static final Duck DUCK = new Duck(VALUES.duckDb());
    private static final PausePartner PAUSE = new PausePartner();
    private static final ResumePartner RESUME = new ResumePartner();
    private static final InterruptPartner INTERRUPT = new InterruptPartner();

    private final ScriptedTurns turns = ScriptedTurns.listening(TurnValues.adaptive(700, 0));

    /** The partner has spoken for so long. */
    private void partnerSpeaks(int ms) {
        turns.isQuiet(300).speaks(1000).isQuiet(700).on(new TurnEvent.PartnerSounds()).isQuiet(ms);
        assertEquals(TurnState.SPEAKING, turns.state());
        turns.taken();
    }

    /** What was decided, without what the screen shows and when the next reply may sound. */
    private List<TurnAction> decided() {
        return decided(turns);
    }

    private static List<TurnAction> decided(ScriptedTurns turns) {
        return turns.takenSilently().stream().filter(
                action -> !(action instanceof TurnAction.ReplyMaySound || action instanceof TurnAction.ReplyMustWait))
                .toList();
    }

    /** The user has made a sound of 400 ms over the partner, which is silent now; returns when it began. */
    private long undecided() {
        partnerSpeaks(2000);
        long began = turns.now();
        turns.speaks(400).isQuiet(200);
        assertEquals(List.of(DUCK, PAUSE, new Overhear(began, began + 400)), turns.taken());
        return began;
    }

    @Test
    void longSpeechDucksThenPausesThenInterrupts() {
        partnerSpeaks(2000);
        long began = turns.now();
        turns.speaks(50); // the script tells of speech after 60
        assertEquals(List.of(), turns.taken());
        turns.speaks(10);
        assertEquals(List.of(DUCK), turns.taken());
        turns.speaks(130);
        assertEquals(List.of(), turns.taken());
        turns.speaks(10);
        assertEquals(List.of(PAUSE), turns.taken());
        turns.speaks(490);
        assertEquals(List.of(), turns.taken());
        turns.speaks(10);
        assertEquals(List.of(INTERRUPT, new BeginUtterance(began)), decided());
        turns.speaks(1000).isQuiet(700);
        assertEquals(new EndTurn(began + 1700), decided().getLast());
    }

    @Test
    void aReplyThatHasJustBegunIsHarderToStop() {
        partnerSpeaks(100);
        turns.speaks(80);
        assertEquals(List.of(), turns.taken());
        turns.speaks(10);
        assertEquals(List.of(DUCK), turns.taken());
        turns.speaks(150);
        assertEquals(List.of(), turns.taken());
        turns.speaks(10);
        assertEquals(List.of(PAUSE), turns.taken());
    }

    @Test
    void withHeadphonesItIsAsEasyToStop() {
        turns.wearsHeadphones();
        partnerSpeaks(100);
        turns.speaks(60); // the script tells of speech after 60
        assertEquals(List.of(DUCK), turns.taken());
        turns.speaks(140);
        assertEquals(List.of(PAUSE), turns.taken());
    }

    @Test
    void speechThatWasThereBeforeTheReplySoundedIsNoEchoOfIt() {
        turns.speaks(1000).isQuiet(700).speaks(100).on(new TurnEvent.PartnerSounds()).taken();
        turns.speaks(10);
        assertEquals(List.of(DUCK), turns.taken());
        turns.speaks(140);
        assertEquals(List.of(PAUSE), turns.taken());
    }

    @Test
    void aSoundThatIsOverBeforeThePauseOnlyDucks() {
        partnerSpeaks(2000);
        turns.speaks(150).isQuiet(190);
        assertEquals(List.of(DUCK), turns.taken());
        turns.isQuiet(10);
        assertEquals(List.of(new Unduck()), turns.taken());
        turns.isQuiet(3000);
        assertEquals(List.of(), turns.taken());
    }

    @Test
    void theClassicWayIsAPlainCut() {
        ScriptedTurns classic = ScriptedTurns.listening(TurnValues.classic(0)).speaks(1000).isQuiet(1500);
        classic.on(new TurnEvent.PartnerSounds()).isQuiet(100).taken();
        classic.speaks(290);
        assertEquals(List.of(), classic.taken());
        classic.speaks(10);
        assertEquals(List.of(INTERRUPT, new BeginUtterance(2600)), decided(classic));
    }

    @Test
    void whileThePartnerThinksAContinuationCountsSooner() {
        turns.speaks(1000).isQuiet(700).isQuiet(100).taken();
        turns.speaks(180);
        assertEquals(List.of(), decided());
        turns.speaks(10);
        assertEquals(List.of(new ReopenTurn(), new BeginUtterance(1800)), decided());
    }

    @Test
    void wordsInterruptAndAreTheBeginningOfTheTurn() {
        long began = undecided();
        turns.isQuiet(300).on(new Overheard(began, began + 400, Found.WORDS));
        assertEquals(List.of(INTERRUPT, new BeginUtterance(began)), decided());
        turns.isQuiet(200);
        assertEquals(new EndTurn(began + 400), decided().getLast(), "the hold counts from the words");
        assertEquals(TurnState.THINKING, turns.state());
    }

    @Test
    void wordsMayGoOn() {
        long began = undecided();
        turns.on(new Overheard(began, began + 400, Found.WORDS)).speaks(1000).isQuiet(700);

        List<TurnAction> actions = decided();
        assertEquals(List.of(INTERRUPT, new BeginUtterance(began)), actions.subList(0, 2));
        assertEquals(new EndTurn(began + 1600), actions.getLast());
    }

    @Test
    void shortWordsAreNeverDropped() {
        ScriptedTurns strict = ScriptedTurns
                .listening(new TurnValues(250, 1000, 600, 500, 20_000, 25_000, VALUES, 0, 3,
                        EndingValues.defaults()));
        strict.speaks(1000).isQuiet(1000).on(new TurnEvent.PartnerSounds()).isQuiet(2000).speaks(300).isQuiet(300);
        strict.on(new Overheard(4000, 4300, Found.WORDS)).isQuiet(1000);

        assertEquals(new EndTurn(4300), decided(strict).getLast());
    }

    @Test
    void nothingSaidLetsThePartnerGoOnASecondAfterTheSound() {
        long began = undecided();
        turns.isQuiet(300).on(new Overheard(began, began + 400, Found.NOTHING)).isQuiet(490);
        assertEquals(List.of(), turns.taken());
        turns.isQuiet(10);
        assertEquals(List.of(RESUME), turns.taken());
        assertEquals(TurnState.SPEAKING, turns.state());
    }

    @ParameterizedTest
    @EnumSource(value = Found.class, names = {"NOTHING", "UNKNOWN"})
    void whatIsKnownLaterLetsItGoOnAtOnce(Found found) {
        long began = undecided();
        turns.isQuiet(1000).on(new Overheard(began, began + 400, found)).isQuiet(10);

        assertEquals(List.of(RESUME), turns.taken());
    }

    @Test
    void thePartnerGoesOnAtLastThoughNobodyKnows() {
        undecided();
        turns.isQuiet(1290);
        assertEquals(List.of(), turns.taken());
        turns.isQuiet(10);
        assertEquals(List.of(RESUME), turns.taken());
    }

    @Test
    void wordsThatAreKnownTooLateStillInterrupt() {
        long began = undecided();
        turns.isQuiet(2000).taken();
        turns.on(new Overheard(began, began + 400, Found.WORDS));

        assertEquals(List.of(INTERRUPT, new BeginUtterance(began)), decided());
    }

    @Test
    void wordsThatAreKnownAfterTheReplyBeginTheUsersTurn() {
        long began = undecided();
        turns.isQuiet(2000).on(new TurnEvent.PartnerFinished()).taken();
        turns.on(new Overheard(began, began + 400, Found.WORDS)).isQuiet(10);

        assertEquals(List.of(new BeginUtterance(began), new EndTurn(began + 400)), decided());
    }

    @Test
    void wordsThatAreKnownWhileThePartnerThinksOfSomethingElseReopenTheTurn() {
        long began = undecided();
        turns.on(new TurnEvent.Stop()).on(new TurnEvent.PartnerBegins()).taken();
        turns.on(new Overheard(began, began + 400, Found.WORDS));

        assertEquals(List.of(new ReopenTurn(), new BeginUtterance(began)), decided());
    }

    @Test
    void whatIsKnownDuringAPauseOfTheUsersWaits() {
        long began = undecided();
        turns.on(new TurnEvent.Pause(true)).taken();
        turns.on(new Overheard(began, began + 400, Found.WORDS));

        assertEquals(List.of(), turns.taken());
    }

    @Test
    void aSecondSoundIsAskedForTogetherWithTheFirst() {
        long began = undecided();
        turns.isQuiet(200).speaks(300).isQuiet(200);
        assertEquals(List.of(new Overhear(began, began + 1100)), turns.taken());
        turns.on(new Overheard(began, began + 1100, Found.NOTHING)).isQuiet(800);
        assertEquals(List.of(RESUME), turns.taken());
    }

    @Test
    void aSecondSoundIsAskedForAloneWhereTheFirstWasNothing() {
        long began = undecided();
        turns.on(new Overheard(began, began + 400, Found.NOTHING)).isQuiet(200).speaks(300).isQuiet(200);

        assertEquals(List.of(new Overhear(began + 800, began + 1100)), turns.taken());
    }

    @Test
    void whatIsKnownOfTheFirstWhileTheSecondSoundsLeavesTheSecond() {
        long began = undecided();
        turns.isQuiet(200).speaks(250).on(new Overheard(began, began + 400, Found.NOTHING)).speaks(50).isQuiet(200);

        assertEquals(List.of(new Overhear(began + 800, began + 1100)), turns.taken());
    }

    @Test
    void aFirstSoundIsPartOfTheSpeechThatFollows() {
        long began = undecided();
        turns.isQuiet(100).speaks(700);

        assertEquals(List.of(INTERRUPT, new BeginUtterance(began)), decided());
    }

    @Test
    void wordsOfTheFirstInterruptWhileTheSecondSounds() {
        long began = undecided();
        turns.isQuiet(100).speaks(300).on(new Overheard(began, began + 400, Found.WORDS)).speaks(300).isQuiet(700);

        List<TurnAction> actions = decided();
        assertEquals(List.of(INTERRUPT, new BeginUtterance(began)), actions.subList(0, 2));
        assertEquals(new EndTurn(began + 1300), actions.getLast());
    }

    @Test
    void aClickDoesNotKeepThePartnerSilent() {
        long began = undecided();
        turns.on(new Overheard(began, began + 400, Found.NOTHING)).isQuiet(700).speaks(100).isQuiet(190);
        assertEquals(List.of(), turns.taken(), "not in the middle of a sound");
        turns.isQuiet(10);
        assertEquals(List.of(RESUME), turns.taken());
    }

    @Test
    void afterGoingOnThePartnerCanBeStoppedAgain() {
        undecided();
        turns.isQuiet(2000).taken();
        long began = turns.now();
        turns.speaks(700);

        assertEquals(List.of(DUCK, PAUSE, INTERRUPT, new BeginUtterance(began)), decided());
    }

    @Test
    void whatIsKnownOfAnEarlierSoundDoesNotCountForALaterOne() {
        long first = undecided();
        turns.isQuiet(2000).taken();
        turns.speaks(400).isQuiet(200).on(new Overheard(first, first + 400, Found.NOTHING)).isQuiet(900).taken();
        assertEquals(TurnState.SPEAKING, turns.state());
        turns.isQuiet(390);
        assertEquals(List.of(), turns.taken());
        turns.isQuiet(10);
        assertEquals(List.of(RESUME), turns.taken(), "after the whole second and a half");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 400})
    void theStopKeyInterruptsInEachStep(int spokenMs) {
        partnerSpeaks(2000);
        turns.speaks(spokenMs).taken();
        turns.on(new TurnEvent.Stop());

        assertEquals(List.of(INTERRUPT, new Arm()), decided());
    }

    @Test
    void theStopKeyInterruptsWhileItIsUndecided() {
        undecided();
        turns.on(new TurnEvent.Stop()).isQuiet(3000);

        assertEquals(List.of(INTERRUPT, new Arm()), decided());
    }

    @Test
    void speechThatGoesOnAfterTheStopKeyIsTheUsersTurn() {
        partnerSpeaks(2000);
        long began = turns.now();
        turns.speaks(400).on(new TurnEvent.Stop()).taken();
        turns.speaks(100);

        assertEquals(List.of(new BeginUtterance(began)), decided());
    }

    @Test
    void typingTakesWhatTheUserIsSaying() {
        partnerSpeaks(2000);
        long began = turns.now();
        turns.speaks(400).taken();
        turns.on(new TurnEvent.Typed());

        assertEquals(List.of(INTERRUPT, new BeginUtterance(began), new EndTurn(began + 400)), decided());
        assertEquals(TurnState.THINKING, turns.state());
    }

    @Test
    void typingOverASoftSoundTakesNothing() {
        partnerSpeaks(2000);
        turns.speaks(150).taken();
        turns.on(new TurnEvent.Typed());

        assertEquals(List.of(INTERRUPT), decided());
    }

    @Test
    void typingWhileItIsUndecidedInterrupts() {
        undecided();
        turns.on(new TurnEvent.Typed()).isQuiet(3000);

        assertEquals(List.of(INTERRUPT), decided());
    }

    @Test
    void theTalkKeyTakesWhatTheUserIsSaying() {
        partnerSpeaks(2000);
        long began = turns.now();
        turns.speaks(400).on(new TurnEvent.HoldToTalk(true)).isQuiet(3000).on(new TurnEvent.HoldToTalk(false));

        assertEquals(List.of(DUCK, PAUSE, INTERRUPT, new BeginUtterance(began), new EndTurn(turns.now())),
                decided());
    }

    @Test
    void theTalkKeyInterruptsWhileItIsUndecided() {
        undecided();
        turns.on(new TurnEvent.HoldToTalk(true));

        assertEquals(List.of(INTERRUPT, new BeginUtterance(turns.now())), decided());
    }

    @Test
    void aPauseOfTheUsersKeepsWhatTheUserIsSaying() {
        partnerSpeaks(2000);
        long began = turns.now();
        turns.speaks(400).taken();
        turns.on(new TurnEvent.Pause(true)).isQuiet(3000);

        assertEquals(List.of(INTERRUPT, new BeginUtterance(began), new CutPiece(true), new DropUtterance()),
                decided());
        assertEquals(TurnState.PAUSED, turns.state());
    }

    @Test
    void doneEndsWhatTheUserIsSaying() {
        partnerSpeaks(2000);
        long began = turns.now();
        turns.speaks(400).taken();
        turns.on(new TurnEvent.Done());

        assertEquals(List.of(INTERRUPT, new BeginUtterance(began), new EndTurn(began + 400)), decided());
    }

    @Test
    void whereTheMicrophoneGoesThePartnerGoesOn() {
        undecided();
        turns.on(new TurnEvent.Done());
        assertEquals(List.of(RESUME), turns.taken());

        turns.speaks(100).taken();
        turns.on(new TurnEvent.Done());
        assertEquals(List.of(new Unduck()), turns.taken());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 400})
    void aReplyThatEndsMeanwhileGivesTheTurnToWhoSpeaks(int spokenMs) {
        partnerSpeaks(2000);
        long began = turns.now();
        turns.speaks(spokenMs).on(new TurnEvent.PartnerFinished()).taken();
        turns.speaks(150);

        assertEquals(List.of(new BeginUtterance(began)), decided());
    }

    @Test
    void theNextReplyBeginsWithoutAnythingOfTheLast() {
        undecided();
        turns.on(new TurnEvent.TurnFailed()).on(new TurnEvent.PartnerBegins()).on(new TurnEvent.PartnerSounds());
        turns.taken();
        turns.isQuiet(3000);

        assertEquals(List.of(), turns.taken());
    }
}
