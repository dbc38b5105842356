package org.vivavoce.bench.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.conversation.TraceEvent;
import org.vivavoce.conversation.TraceReader;

/** Breaks into replies at random moments: how soon they are quieter and silent, and what is kept of them. */
final class BargeInScenario implements Scenario {

    private static final double LEAST_RECALL = 0.98;
    private static final double MOST_DUCK_MS = 150;
    private static final double MOST_SILENT_MS = 350;
    private static final double MOST_CANCELLED_MS = 100;
    private static final int MOST_WORDS_OFF = 1;
    private static final int EARLIEST_MS = 100;
    private static final int LATEST_MS = 8000; // the replies are twice as long
    private static final String PROMPT = "Please tell me a story from your life.";

    private final int interruptions;

    BargeInScenario(int interruptions) {
        this.interruptions = interruptions;
    }

    /** An interruption that has been made; it is measured when all have been, for the next one must not wait for that. */
    private record Attempt(TalkSession.Start asked, TraceEvent sounds, TalkSession.Start spoke,
            Optional<Broken> broken) {}

    private record Broken(TraceEvent interrupted, TraceEvent nextSounds) {}

    @Override
    public void run(Desk desk, Report report) throws Exception {
        TalkSession session = desk.session("adaptive");
        session.replies().become(desk.texts().list("long_replies"));
        List<Attempt> attempts = new ArrayList<>();
        List<Interruption> all = new ArrayList<>();
        try {
            interruptAll(desk, session, attempts);
        } finally {
            for (Attempt attempt : attempts) {
                Interruption one = measured(session, attempt);
                all.add(one);
                report.row(one.json());
            }
            tell(all, report);
        }
    }

    private void interruptAll(Desk desk, TalkSession session, List<Attempt> attempts) {
        TraceReader trace = session.trace();
        List<Phrase> phrases = desk.texts().list("interruptions").stream().map(Phrase::english).toList();
        Spoken prompt = desk.one("barge-in-prompt", PROMPT);
        TalkSession.Start asked = session.say(prompt);
        TraceEvent sounds = firstSound(trace, asked.traceIndex());
        for (int i = 0; i < interruptions; i++) {
            Spoken breaking = Spoken.of("barge-in-" + i, desk.pause(EARLIEST_MS, LATEST_MS),
                    List.of(phrases.get(i % phrases.size())), List.of());
            TalkSession.Start spoke = session.say(breaking);
            TraceEvent end = trace.awaitFrom(sounds.index() + 1, "interrupted", "reply-end", "error");
            if (end.is("interrupted")) {
                TraceEvent next = firstSound(trace, end.index());
                attempts.add(new Attempt(asked, sounds, spoke, Optional.of(new Broken(end, next))));
                sounds = next;
                asked = spoke;
            } else {
                attempts.add(new Attempt(asked, sounds, spoke, Optional.empty()));
                session.settle();
                asked = session.say(prompt);
                sounds = firstSound(trace, asked.traceIndex());
            }
        }
        session.talk().program().type("/stop");
        session.settle();
    }

    private static Interruption measured(TalkSession session, Attempt attempt) throws Exception {
        TraceReader trace = session.trace();
        long sounds = trace.nanosOf(attempt.sounds());
        if (attempt.broken().isEmpty()) {
            return Interruption.missed((attempt.spoke().nanos() - sounds) / 1e6);
        }
        Broken broken = attempt.broken().get();
        TurnRecord turn = session.collect(attempt.asked(), trace.nanosOf(broken.nextSounds()));
        return new InterruptionMeasure(session.server()::spoken, session.server()::wordStarts)
                .of(new InterruptionMeasure.Known(turn, sounds, attempt.spoke().nanos(),
                        trace.nanosOf(broken.interrupted()), trace.nanosOf(broken.nextSounds())));
    }

    private static TraceEvent firstSound(TraceReader trace, int from) {
        TraceEvent found = trace.awaitFrom(from, "first-sound", "error", "empty-transcript");
        if (!found.is("first-sound")) {
            throw new IllegalStateException("no reply: " + found.name());
        }
        return found;
    }

    private static void tell(List<Interruption> all, Report report) {
        List<Interruption> silenced = all.stream().filter(Interruption::silenced).toList();
        Spread duck = report.spread("onset to quieter, ms",
                silenced.stream().filter(one -> one.duckMs().isPresent()).map(one -> one.duckMs().getAsDouble())
                        .toList());
        Spread silent = report.spread("onset to silence, ms", silenced.stream().map(Interruption::silentMs).toList());
        Spread words = report.spread("words too many in the history",
                silenced.stream().filter(one -> one.wordsOff().isPresent())
                        .map(one -> (double) one.wordsOff().getAsInt()).toList());
        Spread cancelled = report.spread("requests lived on, ms",
                silenced.stream().filter(one -> one.cancelledMs().isPresent())
                        .map(one -> one.cancelledMs().getAsDouble()).toList());
        report.find(Finding.told("interruptions", all.size()));
        report.find(Finding.atLeast("recall", (double) silenced.size() / all.size(), LEAST_RECALL));
        report.find(Finding.atMost("onset to quieter, P95, ms", duck.p95(), MOST_DUCK_MS));
        report.find(Finding.atMost("onset to silence, P95, ms", silent.p95(), MOST_SILENT_MS));
        report.find(Finding.atMost("words off, most",
                Math.max(Math.abs(words.least()), Math.abs(words.greatest())), MOST_WORDS_OFF));
        report.find(Finding.atMost("requests lived on, most, ms", cancelled.n() == 0 ? 0 : cancelled.greatest(),
                MOST_CANCELLED_MS));
    }
}
