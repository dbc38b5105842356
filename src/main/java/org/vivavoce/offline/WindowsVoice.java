package org.vivavoce.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vivavoce.practice.Language;

/**
 * Speaks with the voices of Windows (System.Speech) through PowerShell. Any thread. The script is fixed; the text comes through the
 * standard input, all else through the environment.
 */
final class WindowsVoice implements BuiltInVoice {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final String LIST = """
            Add-Type -AssemblyName System.Speech
            $speech = New-Object System.Speech.Synthesis.SpeechSynthesizer
            $speech.GetInstalledVoices() | Where-Object { $_.Enabled } | ForEach-Object { $_.VoiceInfo.Culture.TwoLetterISOLanguageName }
            """;

    /** Rates go from −10 to 10, each a tenth of the way to three times the pace. */
    private static final String SPEAK = """
            [Console]::InputEncoding = New-Object System.Text.UTF8Encoding $false
            $text = [Console]::In.ReadToEnd()
            Add-Type -AssemblyName System.Speech
            $speech = New-Object System.Speech.Synthesis.SpeechSynthesizer
            $voices = @($speech.GetInstalledVoices() | Where-Object { $_.Enabled -and
                $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq $env:VIVAVOCE_LANGUAGE })
            if ($voices.Count -eq 0) { exit 3 }
            $speech.SelectVoice($voices[[int]$env:VIVAVOCE_VOICE % $voices.Count].VoiceInfo.Name)
            $speech.Rate = [int]$env:VIVAVOCE_RATE
            $format = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo 22050, Sixteen, Mono
            $sound = New-Object System.IO.MemoryStream
            $speech.SetOutputToAudioStream($sound, $format)
            $speech.Speak($text)
            $speech.SetOutputToNull()
            $out = [Console]::OpenStandardOutput()
            $sound.WriteTo($out)
            $out.Flush()
            """;

    private static final int SAMPLE_RATE = 22_050;

    private final Set<String> languageCodes;

    WindowsVoice(Set<String> languageCodes) {
        this.languageCodes = Set.copyOf(languageCodes);
    }

    /** Asks the system for its voices. */
    static WindowsVoice ofThisSystem() throws VoiceException, IOException {
        Set<String> codes = new HashSet<>();
        new VoiceProgram(command(LIST), Map.of(), TIMEOUT).run(new byte[0], output -> codes
                .addAll(new String(output.readAllBytes(), StandardCharsets.US_ASCII).lines().map(String::strip)
                        .collect(Collectors.toSet())));
        return new WindowsVoice(codes);
    }

    @Override
    public boolean speaks(Language language) {
        return languageCodes.contains(language.code());
    }

    @Override
    public void speak(VoiceRequest request, PcmSink sink) throws VoiceException, IOException {
        Map<String, String> environment = Map.of("VIVAVOCE_LANGUAGE", request.language().code(), "VIVAVOCE_VOICE",
                String.valueOf(voiceIndex(request.modeId())), "VIVAVOCE_RATE", String.valueOf(rate(request)));
        new VoiceProgram(command(SPEAK), environment, TIMEOUT).run(request.text().getBytes(StandardCharsets.UTF_8),
                output -> RawOutput.copy(output, SAMPLE_RATE, sink));
    }

    @Override
    public String describe() {
        return "the voices of Windows (" + languageCodes.stream().sorted().collect(Collectors.joining(", ")) + ")";
    }

    private static int voiceIndex(String modeId) {
        return switch (modeId) {
            case "interview" -> 0;
            case "language" -> 1;
            default -> 2;
        };
    }

    private static int rate(VoiceRequest request) {
        double pace = (double) request.wordsPerMinute() / request.language().wordsPerMinute();
        return Math.clamp(Math.round(10 * Math.log(pace) / Math.log(3)), -10, 10);
    }

    /** PowerShell takes a script without any quoting as Base64 of UTF-16. */
    private static List<String> command(String script) {
        String encoded = Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE));
        return List.of("powershell.exe", "-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded);
    }

    /** Whether this is Windows. */
    static boolean isHere(String osName) {
        return osName.toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
