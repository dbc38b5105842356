package org.vivavoce.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vivavoce.ai.ReplacedVoice;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.openai.ServiceCheck;

/**
 * What is said of one service that was tried. A value.
 *
 * @param result  how it did
 * @param spoken  whether the microphone's sound was sent; else silence
 * @param leftOut fields that the service does not take
 * @param voice   who spoke, for the voice
 */
record ProbeSentence(ServiceCheck.Result result, boolean spoken, Set<String> leftOut, Voice voice) {

    private static final int MOST_VOICES = 12;

    /**
     * Who spoke.
     *
     * @param used     by its name
     * @param replaced what was wanted, where the service does not have it
     * @param listed   the voices that the server names; none where it does not tell
     */
    record Voice(String used, Optional<ReplacedVoice> replaced, List<String> listed) {}

    String text() {
        Optional<ServiceException> failure = result.failure();
        return failure.isPresent() ? failure.get().sentence() + knownVoices(failure.get()) : answer();
    }

    private String answer() {
        List<String> parts = new ArrayList<>(List.of(times()));
        if (!leftOut.isEmpty()) {
            List<String> fields = leftOut.stream().sorted().map(field -> field.replace('=', ' ')).toList();
            parts.add(listed(fields)
                    + (fields.size() == 1 ? ", which it does not take, is" : ", which it does not take, are")
                    + " left out");
        }
        String voices = voices();
        if (!voices.isEmpty()) {
            parts.add("the server has " + voices);
        }
        return String.join("; ", parts) + ".";
    }

    private String times() {
        String whole = seconds(result.took());
        String began = result.began().map(ProbeSentence::seconds).orElse(whole);
        return switch (result.stage()) {
            case TRANSCRIPTION -> "Speech recognition answers in " + whole
                    + (spoken ? "" : " (tried with silence, without a microphone)");
            case CHAT -> "The chat model begins after " + began + " and ends after " + whole;
            case SPEECH -> "The voice " + voice.used()
                    + voice.replaced().map(other -> " (there is no " + other.wanted() + " here)").orElse("")
                    + " begins after " + began + " and ends after " + whole;
        };
    }

    /** What may help where a voice failed. */
    private String knownVoices(ServiceException failure) {
        boolean told = failure instanceof ServiceException.UnknownVoice; // its sentence names them
        String voices = voices();
        return voices.isEmpty() || told ? "" : " The server has " + voices + ".";
    }

    private String voices() {
        List<String> all = voice.listed();
        if (all.isEmpty()) {
            return "";
        }
        List<String> shown = new ArrayList<>(all.subList(0, Math.min(MOST_VOICES, all.size())));
        if (all.size() > MOST_VOICES) {
            shown.add((all.size() - MOST_VOICES) + " more");
        }
        return (all.size() == 1 ? "the voice " : "the voices ") + listed(shown);
    }

    private static String listed(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
