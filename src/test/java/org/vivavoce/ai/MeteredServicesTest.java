package org.vivavoce.ai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.practice.Message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

class MeteredServicesTest {

    private static final TranscriptionRequest UTTERANCE = new TranscriptionRequest(
            new EncodedAudio(new byte[4], EncodedAudio.Format.WAV, Duration.ofMillis(2500)), Optional.empty(), "");
    private static final ChatRequest QUESTION = new ChatRequest("Be kind.", List.of(Message.user("Hello, you!")), 1, 9);
    private static final SpeechRequest SENTENCE = new SpeechRequest("fifteen letters", "nova", "Kind");

    private final List<ServiceUse> used = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    private Services services(LanguageModel model) {
        return metered((request, token) -> new Transcript("words"), model, (request, token) -> silence());
    }

    private Services metered(SpeechToText recogniser, LanguageModel model, TextToSpeech voice) {
        return MeteredServices.of(new Services(recogniser, model, voice, () -> {
        }, () -> {
        }), used::add);
    }

    private static SpeechStream silence() {
        return new SpeechStream() {
            @Override
            public int read(byte[] buffer) {
                return -1;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private static LanguageModel writes(long read, long written) {
        return (request, onText, token) -> {
            onText.accept("Twelve bytes");
            return new Completion("Twelve bytes", false, read, written);
        };
    }

    private void ask(Services services) throws ServiceException {
        services.languageModel().reply(QUESTION, text -> {
        }, cancellation);
    }

    @Test
    void eachServiceIsCountedInItsOwnMeasure() throws ServiceException {
        Services services = services(writes(321, 45));
        services.speechToText().transcribe(UTTERANCE, cancellation);
        ask(services);
        services.textToSpeech().speak(SENTENCE, cancellation).close();

        assertEquals(List.of(new ServiceUse(Stage.TRANSCRIPTION, Duration.ofMillis(2500), 0, 0, 0),
                new ServiceUse(Stage.CHAT, Duration.ZERO, 321, 45, 0),
                new ServiceUse(Stage.SPEECH, Duration.ofSeconds(1), 5, 0, 15)), used);
    }

    @Test
    void whereTheServiceDoesNotCountTokensAreEstimated() throws ServiceException {
        ask(services(writes(-1, -1)));

        assertEquals(List.of(new ServiceUse(Stage.CHAT, Duration.ZERO, 5, 3, 0)), used);
    }

    @Test
    void aReplyThatIsBrokenOffCountsAsFarAsItCame() {
        Services services = services((request, onText, token) -> {
            onText.accept("Four");
            cancellation.cancel();
            throw new ServiceException.Cancelled(Stage.CHAT, null);
        });

        assertThrows(ServiceException.Cancelled.class, () -> ask(services));

        assertEquals(List.of(new ServiceUse(Stage.CHAT, Duration.ZERO, 5, 1, 0)), used);
    }

    @Test
    void whatAServiceRefusesCostsNothing() {
        Services services = metered((request, token) -> {
            throw new ServiceException.KeyRefused(Stage.TRANSCRIPTION, null);
        }, (request, onText, token) -> {
            throw new ServiceException.KeyRefused(Stage.CHAT, null);
        }, (request, token) -> {
            throw new ServiceException.KeyRefused(Stage.SPEECH, null);
        });

        assertThrows(ServiceException.class, () -> services.speechToText().transcribe(UTTERANCE, cancellation));
        assertThrows(ServiceException.class, () -> ask(services));
        assertThrows(ServiceException.class, () -> services.textToSpeech().speak(SENTENCE, cancellation).close());

        assertEquals(List.of(), used);
    }

    @Test
    void whatWasNeverSentCostsNothing() {
        cancellation.cancel();
        Services services = metered((request, token) -> {
            throw new ServiceException.Cancelled(Stage.TRANSCRIPTION, null);
        }, writes(1, 1), (request, token) -> {
            throw new ServiceException.Cancelled(Stage.SPEECH, null);
        });

        assertThrows(ServiceException.class, () -> services.speechToText().transcribe(UTTERANCE, cancellation));
        assertThrows(ServiceException.class, () -> services.textToSpeech().speak(SENTENCE, cancellation).close());

        assertEquals(List.of(), used);
    }

    @Test
    void whatAServiceListenedToInVainIsCounted() {
        Dictation dictation = dictation();
        dictation.begin(UTTERANCE.hints());
        dictation.add(new short[16_000]);
        dictation.drop();
        dictation.begin(UTTERANCE.hints());
        dictation.add(new short[8_000]);
        dictation.begin(UTTERANCE.hints());
        dictation.add(new short[32_000]);
        dictation.end(new short[4_000]); // less than was said: it is sent again

        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(2)),
                used.stream().map(ServiceUse::sound).toList());
    }

    @Test
    void whatBecomesAPieceIsCountedOnceWhenItIsTranscribed() {
        Dictation dictation = dictation();
        dictation.begin(UTTERANCE.hints());
        dictation.add(new short[16_000]);
        dictation.end(new short[20_000]);
        dictation.drop();

        assertEquals(List.of(), used);
    }

    @Test
    void whereNothingIsDictatedNothingIsCounted() {
        assertSame(Dictation.NONE, services(writes(1, 1)).dictation());
    }

    private Dictation dictation() {
        Dictation live = new Dictation() {
            @Override
            public void begin(SpeechHints hints) {}

            @Override
            public void add(short[] samples) {}

            @Override
            public void end(short[] piece) {}

            @Override
            public void drop() {}
        };
        return MeteredServices.of(new Services((request, token) -> new Transcript("words"), writes(1, 1),
                (request, token) -> silence(), () -> {
                }, () -> {
                }, live), used::add).dictation();
    }

    @Test
    void syllablesOfChineseTakeLongerToSayThanLetters() {
        assertEquals(Duration.ofSeconds(1), TextAmount.spoken("你好吗朋友"));
        assertEquals(Duration.ofSeconds(1), TextAmount.spoken("fifteen letters"));
        assertEquals(4, TextAmount.tokens("你好吗朋友"));
    }
}
