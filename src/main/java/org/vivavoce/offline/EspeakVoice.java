package org.vivavoce.offline;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Readings;

/** Speaks with espeak-ng, or its forerunner espeak: all thirteen languages, hundreds of times faster than real time. Any thread. */
final class EspeakVoice implements BuiltInVoice {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Names of voices come from a file that a user may have changed: nothing that could pass for an option or a path. */
    private static final Pattern VOICE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private final Path program;
    private final Duration timeout;
    private final Readings japanese;

    EspeakVoice(Path program) {
        this(program, TIMEOUT);
    }

    EspeakVoice(Path program, Duration timeout) {
        this.program = program;
        this.timeout = timeout;
        this.japanese = Readings.japanese();
    }

    /**
     * Looks for the program.
     *
     * @param searchPath folders, as in the environment variable PATH
     */
    static Optional<BuiltInVoice> find(String searchPath) {
        for (String name : List.of("espeak-ng", "espeak", "espeak-ng.exe")) {
            for (String folder : searchPath.split(Pattern.quote(File.pathSeparator), -1)) {
                if (!folder.isBlank() && Files.isExecutable(Path.of(folder, name))) {
                    return Optional.of(new EspeakVoice(Path.of(folder, name)));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean speaks(Language language) {
        return VOICE_NAME.matcher(language.espeakVoice()).matches();
    }

    @Override
    public void speak(VoiceRequest request, PcmSink sink) throws VoiceException, IOException {
        Manner manner = Manner.of(request.modeId());
        List<String> command = List.of(program.toString(), "-v", request.language().espeakVoice() + manner.variant,
                "-p",
                String.valueOf(manner.pitch), "-s", String.valueOf(request.wordsPerMinute()), "-b", "1", "--stdin",
                "--stdout");
        String text = request.language().code().equals("ja") ? japanese.apply(request.text()) : request.text();
        new VoiceProgram(command, Map.of(), timeout).run((text + "\n").getBytes(StandardCharsets.UTF_8),
                output -> WavOutput.copy(output, sink));
    }

    @Override
    public String describe() {
        return program.getFileName() + " (all languages, a plain voice)";
    }

    /** How the voice of a mode sounds: a variant of espeak's and a pitch from 0 to 99. */
    private enum Manner {
        INTERVIEW("+f3", 42), LANGUAGE("+f2", 55), CHAT("+f5", 50), OTHER("+m3", 45);

        private final String variant;
        private final int pitch;

        Manner(String variant, int pitch) {
            this.variant = variant;
            this.pitch = pitch;
        }

        static Manner of(String modeId) {
            return switch (modeId) {
                case "interview" -> INTERVIEW;
                case "language" -> LANGUAGE;
                case "chat" -> CHAT;
                default -> OTHER;
            };
        }
    }
}
