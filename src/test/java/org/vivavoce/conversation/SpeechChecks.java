package org.vivavoce.conversation;

import java.util.ArrayList;
import java.util.List;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Loudness;
import org.vivavoce.audio.testing.WaveFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whether what was said arrives whole, and what is replied is heard whole. Used by a test's thread. */
final class SpeechChecks {

    static final double LEAST_LIKENESS_OF_UPLOADS = 0.8; // noise suppression lies between
    static final double LEAST_LIKENESS_OVER_A_REPLY = 0.6; // the echo canceller takes from speech over the partner's
    private static final double LEAST_LIKENESS_OF_REPLIES = 0.9;
    private static final double LEAST_PRE_ROLL_MS = 200; // of 500
    private static final double LEAST_TAIL_MS = 100; // of 400
    private static final double LONGEST_GAP_MS = 400; // between two sentences, the silence in their own sound not counted
    private static final double LATEST_ARMED_MS = 100;
    private static final double LEAST_PIECES_FOUND = 0.9;

    private final Figures figures;
    private final Overruns overruns;

    SpeechChecks(Figures figures, Overruns overruns) {
        this.figures = figures;
        this.overruns = overruns;
    }

    /** The microphone's recording from each time the microphone was armed to the end of the user's turn. */
    static List<WaveFile> turns(TraceReader trace, Take said, int count) {
        List<WaveFile> turns = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            TraceEvent armed = trace.await("listening", i);
            TraceEvent end = trace.awaitFrom(armed.index(), "end-of-turn");
            turns.add(said.part(trace.nanosOf(armed), trace.nanosOf(end)).sound());
        }
        return turns;
    }

    /**
     * The n-th upload holds what the microphone heard in the n-th turn, from before its first audible sample to after its last. Where an
     * overrun took a few milliseconds the whole no longer lies over the recording; then each of its pieces must be there, but one for each
     * overrun.
     *
     * @param turns      what the microphone recorded in each turn, the silence around the user's speech with it
     * @param utterances what was said in each turn
     * @param leastLikeness normalised cross-correlation, 0 to 1
     */
    void everyUtteranceArrivesWhole(List<WaveFile> turns, List<Utterance> utterances, List<WaveFile> uploads,
            double leastLikeness) {
        List<Double> likeness = new ArrayList<>();
        List<Double> likenessToSource = new ArrayList<>();
        List<Double> preRolls = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        assertEquals(utterances.size(), uploads.size());
        List<Integer> piecesMissing = new ArrayList<>();
        for (int i = 0; i < uploads.size(); i++) {
            WaveFile upload = uploads.get(i);
            WaveFile turn = turns.get(i);
            WaveFile speech = turn.part(Loudness.firstAudible(turn, Utterance.AUDIBLE_DBFS).orElseThrow(),
                    Loudness.lastAudible(turn, Utterance.AUDIBLE_DBFS).orElseThrow());
            Correlation found = Correlation.of(SpeechBand.of(speech), SpeechBand.of(upload));
            likeness.add(found.coefficient());
            piecesMissing.add(found.coefficient() < leastLikeness ? piecesMissing(speech, upload) : 0);
            preRolls.add(found.lagMillis());
            tails.add((upload.seconds() - speech.seconds()) * 1000 - found.lagMillis());
            WaveFile source = utterances.get(i).speech();
            likenessToSource.add(Correlation.of(SpeechBand.of(source), SpeechBand.of(upload)).coefficient());
        }
        int missing = piecesMissing.stream().mapToInt(count -> count).sum();
        figures.put("upload-pieces-missing", (long) missing).spread("upload-likeness", likeness)
                .spread("upload-likeness-to-source", likenessToSource)
                .spread("upload-pre-roll-ms", preRolls).spread("upload-tail-ms", tails);
        assertTrue(missing <= overruns.count(), () -> "likeness " + likeness + ", " + overruns);
        preRolls.forEach(value -> assertTrue(value >= LEAST_PRE_ROLL_MS, () -> "pre-rolls " + preRolls));
        tails.forEach(value -> assertTrue(value >= LEAST_TAIL_MS, () -> "tails " + tails));
    }

    /** At least one, as the whole is not there as it was. */
    private static int piecesMissing(WaveFile speech, WaveFile upload) {
        Heard pieces = Heard.in(SpeechBand.of(upload), SpeechBand.of(speech), Overruns.NONE.around());
        return Math.max(1, pieces.pieces() - pieces.piecesFound());
    }

    /** Each sentence of the replies is in the recording, in its place and without a gap, and the microphone is armed at the end. */
    void everyReplyIsHeardWhole(TraceReader trace, Take heard, SpokenWords.Spoken spoken, List<List<String>> replies)
            throws Exception {
        List<Heard> sentences = new ArrayList<>();
        List<Double> gaps = new ArrayList<>();
        List<Double> armed = new ArrayList<>();
        List<Double> armedByTrace = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            TraceEvent firstSound = trace.await("first-sound", i + 1);
            TraceEvent listening = trace.awaitFrom(firstSound.index(), "listening");
            Take reply = heard.part(trace.nanosOf(firstSound) - 200_000_000, trace.nanosOf(listening) + 500_000_000);
            Heard first = null;
            Heard last = null;
            for (String sentence : replies.get(i)) {
                Heard found = Heard.in(reply.sound(), new WaveFile(spoken.of(sentence), SpokenWords.SERVER_RATE),
                        overruns.around());
                sentences.add(found);
                if (last == null) {
                    first = found;
                } else {
                    gaps.add(found.beginsMs() - last.endsMs());
                }
                last = found;
            }
            if (first != null && last != null) {
                armedByTrace.add(listening.ms() - firstSound.ms() - (last.endsMs() - first.beginsMs()));
                armed.add((trace.nanosOf(listening) - reply.startNanos()) / 1e6 - last.endsMs());
            }
        }
        int pieces = sentences.stream().mapToInt(Heard::pieces).sum();
        int found = sentences.stream().mapToInt(Heard::piecesFound).sum();
        figures.spread("reply-likeness", sentences.stream().map(Heard::likeness).toList())
                .put("reply-pieces-found", (double) found / pieces)
                .spread("reply-stutter-ms", sentences.stream().map(Heard::stutterMs).toList())
                .spread("gap-between-sentences-ms", gaps).spread("armed-after-reply-is-heard-ms", armed)
                .spread("armed-beyond-first-sound-and-length-ms", armedByTrace);
        assertTrue(found >= LEAST_PIECES_FOUND * pieces, () -> "found " + sentences);
        assertTrue(Figures.median(sentences.stream().map(Heard::likeness).toList()) >= LEAST_LIKENESS_OF_REPLIES,
                () -> "likeness " + sentences);
        assertTrue(sentences.stream().allMatch(s -> s.piecesFound() * 2 >= s.pieces()), () -> "found " + sentences);
        assertTrue(Figures.median(gaps) <= LONGEST_GAP_MS, () -> "gaps " + gaps);
        assertTrue(Figures.median(armed) <= LATEST_ARMED_MS, () -> "armed after " + armed);
    }
}
