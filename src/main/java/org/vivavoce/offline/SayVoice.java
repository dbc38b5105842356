package org.vivavoce.offline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vivavoce.practice.Language;

/**
 * Speaks with {@code say} of macOS. Any thread. It can write only files, so that the first sound comes when the whole sentence is
 * made.
 */
final class SayVoice implements BuiltInVoice {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** A line of {@code say -v ?}: name, locale, then an example after a hash sign. */
    private static final Pattern LISTED = Pattern.compile("(\\S.*?)\\s+([a-z]{2,3})[_-]([A-Za-z0-9_-]+)\\s+#.*");

    /** Voices that sing, joke or come from the eighties. */
    private static final Set<String> NOVELTIES = Set.of("Albert", "Bad News", "Bahh", "Bells", "Boing", "Bubbles",
            "Cellos", "Deranged",
            "Fred", "Good News", "Hysterical", "Jester", "Junior", "Kathy", "Organ", "Pipe Organ", "Princess", "Ralph",
            "Superstar",
            "Trinoids", "Whisper", "Wobble", "Zarvox");

    /** Where a language has several countries: the one whose standard the program practises. */
    private static final Map<String, String> COUNTRIES = Map.of("en", "US", "pt", "BR", "zh", "CN", "es", "ES", "fr",
            "FR");

    private final String program;
    private final List<Listed> voices;

    /** One voice of the system. */
    record Listed(String name, String language, String country) {}

    SayVoice(String program, List<Listed> voices) {
        this.program = program;
        this.voices = List.copyOf(voices);
    }

    /** Asks the system for its voices. */
    static SayVoice ofThisSystem() throws VoiceException, IOException {
        List<Listed> voices = new ArrayList<>();
        new VoiceProgram(List.of("/usr/bin/say", "-v", "?"), Map.of(), TIMEOUT).run(new byte[0],
                output -> voices.addAll(listed(new String(output.readAllBytes(), StandardCharsets.UTF_8))));
        return new SayVoice("/usr/bin/say", voices);
    }

    static List<Listed> listed(String output) {
        return output.lines().map(LISTED::matcher).filter(Matcher::matches)
                .map(line -> new Listed(String.valueOf(line.group(1)), String.valueOf(line.group(2)),
                        String.valueOf(line.group(3))))
                .filter(voice -> !NOVELTIES.contains(voice.name())).toList();
    }

    @Override
    public boolean speaks(Language language) {
        return voices.stream().anyMatch(voice -> voice.language().equals(language.code()));
    }

    @Override
    public void speak(VoiceRequest request, PcmSink sink) throws VoiceException, IOException {
        Path file = Files.createTempFile("vivavoce-", ".wav");
        try {
            List<String> command = List.of(program, "-v", voiceFor(request), "-r",
                    String.valueOf(request.wordsPerMinute()), "-o",
                    file.toString(), "--file-format=WAVE", "--data-format=LEI16@22050", "-f", "-");
            new VoiceProgram(command, Map.of(), TIMEOUT).run(request.text().getBytes(StandardCharsets.UTF_8),
                    InputStream::readAllBytes);
            try (InputStream sound = Files.newInputStream(file)) {
                WavOutput.copy(sound, sink);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public String describe() {
        return "the voices of macOS (" + voices.stream().map(Listed::language).distinct().count() + " languages)";
    }

    /** Modes take different voices, as far as there are several. */
    String voiceFor(VoiceRequest request) throws VoiceException {
        String code = request.language().code();
        String country = COUNTRIES.getOrDefault(code, "");
        List<Listed> fitting = voices.stream().filter(voice -> voice.language().equals(code))
                .sorted(Comparator.comparing((Listed voice) -> !voice.country().equals(country))).toList();
        if (fitting.isEmpty()) {
            throw new VoiceException("There is no voice for " + request.language().name() + " on this computer.");
        }
        long ofCountry = Math.max(1, fitting.stream().filter(voice -> voice.country().equals(country)).count());
        int index = switch (request.modeId()) {
            case "interview" -> 0;
            case "language" -> 1;
            default -> 2;
        };
        return fitting.get((int) (index % ofCountry)).name();
    }
}
