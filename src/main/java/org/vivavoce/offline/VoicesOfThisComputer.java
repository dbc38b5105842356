package org.vivavoce.offline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vivavoce.practice.Language;

/**
 * The voices there are on this computer, the best first: those of macOS or Windows, then espeak-ng, and for English at last FreeTTS.
 * For each language the first that speaks it. Any thread.
 */
public final class VoicesOfThisComputer implements BuiltInVoice {

    private final List<BuiltInVoice> voices;

    VoicesOfThisComputer(List<BuiltInVoice> voices) {
        this.voices = List.copyOf(voices);
    }

    /**
     * Looks for voices; blocks while it asks the system (on macOS 0.1 s, on Windows about a second, elsewhere not).
     *
     * @param osName      as in the system property {@code os.name}
     * @param environment as of {@link System#getenv()}: its PATH is searched
     */
    public static VoicesOfThisComputer find(String osName, Map<String, String> environment) {
        List<BuiltInVoice> voices = new ArrayList<>();
        try {
            if (osName.startsWith("Mac")) {
                voices.add(SayVoice.ofThisSystem());
            } else if (WindowsVoice.isHere(osName)) {
                voices.add(WindowsVoice.ofThisSystem());
            }
        } catch (VoiceException | IOException e) {
            // A system whose own voices do not answer still has the others; describe() shows which there are.
        }
        EspeakVoice.find(environment.getOrDefault("PATH", environment.getOrDefault("Path", ""))).ifPresent(voices::add);
        voices.add(new FreeTtsVoice());
        return new VoicesOfThisComputer(voices);
    }

    @Override
    public boolean speaks(Language language) {
        return voices.stream().anyMatch(voice -> voice.speaks(language));
    }

    @Override
    public void speak(VoiceRequest request, PcmSink sink) throws VoiceException, IOException {
        for (BuiltInVoice voice : voices) {
            if (voice.speaks(request.language())) {
                voice.speak(request, sink);
                return;
            }
        }
        throw new VoiceException(
                "There is no voice for " + request.language().name() + " on this computer: install espeak-ng.");
    }

    @Override
    public String describe() {
        return voices.stream().map(BuiltInVoice::describe).collect(Collectors.joining(", then "));
    }
}
