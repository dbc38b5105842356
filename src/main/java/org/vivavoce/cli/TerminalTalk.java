package org.vivavoce.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vivavoce.app.AppThreads;
import org.vivavoce.app.SystemProperty;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.ConversationEvent;
import org.vivavoce.session.ConversationListener;
import org.vivavoce.session.LatencySummary;
import org.vivavoce.session.SessionSummary;
import org.vivavoce.store.Idea;
import org.vivavoce.turn.TurnState;

/**
 * Shows a conversation in the terminal: states and replies to standard output, troubles to standard error. Told on the
 * {@code session} thread; waits on the main thread.
 */
final class TerminalTalk implements ConversationListener {

    private static final int END_WAIT_S = 5;

    private final TalkChoice choice;
    private final TalkOptions options;
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch wantsEnd = new CountDownLatch(1);
    private final AtomicBoolean printedEnd = new AtomicBoolean();
    private final TalkInputs inputs = new TalkInputs();
    private volatile boolean failed;
    private boolean shows; // session thread
    private @Nullable TurnState shown; // session thread
    private final LatencySummary latency = new LatencySummary(); // session thread
    private String sounding = ""; // session thread: the sentence last said aloud

    TerminalTalk(TalkChoice choice, TalkOptions options) {
        this.choice = choice;
        this.options = options;
        this.shows = options.captions();
    }

    /** Talks until the end; returns the exit code. */
    int run(Conversation conversation, AppThreads threads) {
        System.out.println(choice.mode().name() + " · " + choice.mode().persona().name()
                + (choice.mode().asksLanguage() ? " · " + choice.language().name() : "") + " · " + choice.partner());
        System.out.println("Speak, or type a line. /again sends again, /stop stops the partner, /quit or Ctrl-C ends.");
        conversation.start();
        threads.start("typing", () -> readLines(conversation));
        try {
            if (options.minutes() > 0) {
                wantsEnd.await(Math.round(options.minutes() * 60_000), TimeUnit.MILLISECONDS);
            } else {
                wantsEnd.await();
            }
            conversation.close();
            over.await(END_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return failed ? ExitCodes.FAILED : ExitCodes.DONE;
    }

    /** Ctrl-C: ends cleanly, with the summary. Runs on the shutdown thread. */
    void endByInterrupt(Conversation conversation) {
        if (over.getCount() > 0) {
            conversation.close();
            try {
                over.await(END_WAIT_S, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        wantsEnd.countDown();
        System.out.flush();
    }

    private void readLines(Conversation conversation) {
        try {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(System.in, stdinCharset(SystemProperty.of("stdin.encoding"))));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                typed(line.strip(), conversation);
            }
        } catch (IOException e) {
            System.err.println("Typed lines cannot be read any more; speaking goes on.");
        }
        endWhere(inputs.typingEnds());
    }

    private static Charset stdinCharset(String name) {
        return name.isEmpty() || !Charset.isSupported(name) ? StandardCharsets.UTF_8 : Charset.forName(name);
    }

    private void typed(String line, Conversation conversation) {
        switch (line) {
            case "" -> conversation.done();
            case "/again" -> conversation.tryAgain();
            case "/stop" -> conversation.stopPartner();
            case "/quit" -> wantsEnd.countDown();
            default -> conversation.type(line);
        }
    }

    private void endWhere(boolean nobodyCanSayAnything) {
        if (nobodyCanSayAnything && wantsEnd.getCount() > 0) {
            System.err.println("There is no microphone and nothing more is typed: the conversation ends.");
            wantsEnd.countDown();
        }
    }

    @Override
    public void on(ConversationEvent event) {
        switch (event) {
            case ConversationEvent.StateChanged(TurnState state) -> show(state);
            case ConversationEvent.PartnerSaid said -> partnerSaid(said.sentence());
            case ConversationEvent.UserSaid said -> {
                // what was said is not shown while talking
            }
            case ConversationEvent.Trouble(String sentence, ConversationEvent.Help help) -> {
                System.err.println(
                        sentence + (help == ConversationEvent.Help.TRY_AGAIN ? " (/again sends it again)" : ""));
                if (shown == null && help == ConversationEvent.Help.SERVICE_SETTINGS) {
                    failed = true; // it never came to be
                    over.countDown();
                    wantsEnd.countDown();
                }
            }
            case ConversationEvent.DevicesChanged(boolean hasMicrophone, boolean hasLoudspeaker) -> {
                endWhere(inputs.microphoneIs(hasMicrophone));
                shows = options.captions() || !hasLoudspeaker;
                if (shows && shown == TurnState.SPEAKING && !sounding.isEmpty()) {
                    partnerSaid(sounding); // it was cut when the loudspeaker went
                }
            }
            case ConversationEvent.PartnerTurnEnded(int replies) -> {
                if (options.turns() > 0 && replies >= options.turns()) {
                    wantsEnd.countDown();
                }
            }
            case ConversationEvent.Ended(SessionSummary summary) -> ended(summary);
            case ConversationEvent.TryingAgain(long inMillis) -> System.err
                    .println("It is tried again by itself in " + Math.ceilDiv(inMillis, 1000) + " s.");
            case ConversationEvent.TroubleOver() -> System.err.println("All is well again.");
            case ConversationEvent.Noticed(String sentence) -> System.err.println(sentence);
            case ConversationEvent.IdeasSaved(List<Idea> ideas) -> System.err.println("Saved: " + texts(ideas));
            case ConversationEvent.IdeasTakenBack(List<Idea> ideas) -> System.err
                    .println("Taken back: " + texts(ideas));
            case ConversationEvent.TimeLeft(Duration left, Duration given, String what) -> {
                if (left.equals(given)) {
                    System.out.println("Your time: " + given.toSeconds() + " s"
                            + (what.isEmpty() ? "." : " for \"" + what + "\"."));
                }
            }
            case ConversationEvent.TimeOver(boolean isUp) ->
                System.out.println(isUp ? "Your time is up." : "The time does not run any more.");
            case ConversationEvent.NoticeOver() -> {
                // what is printed stays
            }
            case ConversationEvent.Levels levels -> {
                // a terminal has no level display
            }
            case ConversationEvent.HoldLearned learned -> {
                // kept by the app
            }
            case ConversationEvent.TurnMeasured measured -> latency.add(measured.latency());
            case ConversationEvent.Muted muted -> {
                // there is no mute key in the terminal
            }
        }
    }

    private static String texts(List<Idea> ideas) {
        return ideas.stream().map(Idea::text).collect(Collectors.joining(" · "));
    }

    private void partnerSaid(String sentence) {
        sounding = shows ? "" : sentence;
        if (shows) {
            System.out.println("  " + choice.mode().persona().name() + ": " + sentence);
        }
    }

    private void show(TurnState state) {
        if (state != shown) {
            shown = state;
            System.out.println(switch (state) {
                case LISTENING -> "Listening …";
                case HEARING -> "Hearing you …";
                case THINKING -> "Thinking …";
                case SPEAKING -> "Speaking …";
                case PAUSED -> "Paused: say something to go on.";
            });
        }
    }

    private void ended(SessionSummary summary) {
        if (printedEnd.compareAndSet(false, true)) {
            System.out.println(EndSentence.of(summary, latency));
            over.countDown();
        }
        wantsEnd.countDown();
    }
}
