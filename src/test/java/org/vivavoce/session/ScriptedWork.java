package org.vivavoce.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.Transcript;
import org.vivavoce.audio.Sound;
import org.vivavoce.session.SessionEvent.PieceFailed;
import org.vivavoce.session.SessionEvent.PieceTranscribed;
import org.vivavoce.session.SessionEvent.ReplyFailed;
import org.vivavoce.session.SessionEvent.ReplyWritten;
import org.vivavoce.session.SessionEvent.SentenceReady;

/**
 * The three services as a script: what they understand and answer, how long they take and where they fail, in virtual time. A
 * transcription takes 600 ms; the first sentence is there after 500 ms and sounds 300 ms later, the others follow every 200 ms.
 */
final class ScriptedWork implements ReplyWork {

    static final int TRANSCRIPTION_MS = 600;
    static final int FIRST_SENTENCE_MS = 500;
    static final int NEXT_SENTENCE_MS = 200;
    static final int SPEECH_MS = 300;
    static final int ASIDE_MS = 900;
    /** Pace of the voice: 15 characters a second. */
    private static final int SAMPLES_PER_CHARACTER = Sound.PLAYBACK_RATE / 15;

    /** What the chat model and the voice make of a request; a failure strikes before the sentence with that index. */
    private record Answer(List<String> sentences, int chatFailsAt, int speechFailsAt) {}

    private final VirtualTime time;
    private final ScriptedVoice voice;
    private final Consumer<SessionEvent> session;
    private final Consumer<String> journal;
    private final ScriptedDictation dictation = new ScriptedDictation();
    private final Deque<String> transcripts = new ArrayDeque<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<TranscriptionOrder> pieces = new ArrayList<>();
    private final List<ChatRequest> requests = new ArrayList<>();
    private boolean numbers;
    private Optional<String> everySecond = Optional.empty();
    private final Map<Long, String> understood = new LinkedHashMap<>();
    private int failingTranscriptions;
    private boolean refusing;
    private int transcriptionMs = TRANSCRIPTION_MS;
    private int failingSpeechOfReady = Integer.MAX_VALUE;
    private final List<Long> forgotten = new ArrayList<>();
    private int warmed;
    private final List<String> asides = new ArrayList<>();
    private boolean asidesFail;
    private boolean hanging;
    private OptionalDouble noSpeech = OptionalDouble.empty();

    ScriptedWork(VirtualTime time, ScriptedVoice voice, Consumer<SessionEvent> session, Consumer<String> journal) {
        this.time = time;
        this.voice = voice;
        this.session = session;
        this.journal = journal;
    }

    /** What is understood of the next pieces, in order; what is not scripted is understood as nothing. */
    void understands(String... texts) {
        transcripts.addAll(List.of(texts));
    }

    /** From now on each piece is understood as a word of its own. */
    void understandsNumbers() {
        numbers = true;
    }

    /** The same, but for every second. */
    void understandsNumbersAndEverySecond(String text) {
        numbers = true;
        everySecond = Optional.of(text);
    }

    /** What was understood up to now, and not withdrawn as a part of something longer. */
    List<String> understood() {
        return List.copyOf(understood.values());
    }

    /** From now on the recogniser doubts that anything was said. */
    void doubts(double noSpeechProbability) {
        noSpeech = OptionalDouble.of(noSpeechProbability);
    }

    /** From now on no service answers, and none says why. */
    void hangs() {
        hanging = true;
    }

    /** From now on a transcription takes so long. */
    void takesToUnderstand(int ms) {
        transcriptionMs = ms;
    }

    /** The next pieces are refused for a reason that only the user can mend. */
    void refusesToUnderstand(int times) {
        failingTranscriptions = times;
        refusing = true;
    }

    void failsToUnderstand(int times) {
        refusing = false;
        failingTranscriptions = times;
    }

    void answers(String... sentences) {
        answers.add(new Answer(List.of(sentences), Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    void failsToWriteAfter(int count, String... sentences) {
        answers.add(new Answer(List.of(sentences), count, Integer.MAX_VALUE));
    }

    void failsToSpeakAfter(int count, String... sentences) {
        answers.add(new Answer(List.of(sentences), Integer.MAX_VALUE, count));
    }

    void failsToSpeakWhatIsReady() {
        failingSpeechOfReady = 0;
    }

    void speaksAgain() {
        failingSpeechOfReady = Integer.MAX_VALUE;
    }

    List<TranscriptionOrder> pieces() {
        return pieces;
    }

    List<ChatRequest> requests() {
        return requests;
    }

    ChatRequest lastRequest() {
        return requests.getLast();
    }

    int warmed() {
        return warmed;
    }

    @Override
    public void transcribe(TranscriptionOrder order, Cancellation cancellation) {
        long piece = order.piece();
        pieces.add(order);
        boolean fails = failingTranscriptions > 0;
        failingTranscriptions -= fails ? 1 : 0;
        String scripted = fails || transcripts.isEmpty() ? "" : transcripts.remove();
        String number = piece % 2 == 0 ? everySecond.orElse("piece" + piece) : "piece" + piece;
        String text = numbers ? number : scripted;
        ServiceException failure = refusing
                ? new ServiceException.KeyRefused(Stage.TRANSCRIPTION, null)
                : new ServiceException.ServiceDown(Stage.TRANSCRIPTION, 503, null);
        time.in(transcriptionMs, () -> {
            if (!cancellation.isCancelled() && !hanging) {
                if (!fails) {
                    understood.put(piece, text);
                }
                session.accept(fails
                        ? new PieceFailed(piece, failure)
                        : new PieceTranscribed(piece, new Transcript(text, noSpeech)));
            }
        });
    }

    @Override
    public ScriptedDictation dictation() {
        return dictation;
    }

    @Override
    public void forget(long piece) {
        forgotten.add(piece);
        understood.remove(piece);
    }

    /** Pieces whose words nobody wanted any more. */
    List<Long> forgotten() {
        return forgotten;
    }

    @Override
    public void reply(ReplyOrder order, Cancellation cancellation) {
        cancellation.onCancel(() -> journal.accept("cancelled"));
        Answer answer;
        if (order.request().isPresent()) {
            requests.add(order.request().get());
            answer = answers.isEmpty()
                    ? new Answer(List.of("I see."), Integer.MAX_VALUE, Integer.MAX_VALUE)
                    : answers.remove();
        } else {
            answer = new Answer(order.sentences(), Integer.MAX_VALUE, failingSpeechOfReady);
        }
        boolean asked = order.request().isPresent();
        write(order.id(), answer, 0, cancellation, asked ? FIRST_SENTENCE_MS : 0);
    }

    private void write(long reply, Answer answer, int index, Cancellation cancellation, int ms) {
        time.in(ms, () -> {
            if (cancellation.isCancelled() || hanging) {
                return;
            }
            if (index == answer.chatFailsAt()) {
                session.accept(new ReplyFailed(reply, new ServiceException.TimedOut(Stage.CHAT, null)));
                time.in(SPEECH_MS, () -> voice.end(reply));
            } else if (index == answer.sentences().size()) {
                String text = String.join(" ", answer.sentences());
                session.accept(new ReplyWritten(reply, new Completion(text, false, 10, 10)));
                time.in(SPEECH_MS, () -> voice.end(reply));
            } else {
                String sentence = answer.sentences().get(index);
                session.accept(new SentenceReady(reply, index, sentence));
                time.in(SPEECH_MS, () -> speak(reply, answer, index, cancellation));
                write(reply, answer, index + 1, cancellation, NEXT_SENTENCE_MS);
            }
        });
    }

    private void speak(long reply, Answer answer, int index, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return;
        }
        if (index == answer.speechFailsAt()) {
            session.accept(new ReplyFailed(reply, new ServiceException.NoNetwork(Stage.SPEECH, "voice.example", null)));
        } else if (index < answer.speechFailsAt()) {
            voice.put(reply, index, new short[answer.sentences().get(index).length() * SAMPLES_PER_CHARACTER]);
            voice.endSentence(reply, index);
        }
    }

    @Override
    public void sayAside(String phrase, Cancellation cancellation) {
        asides.add(phrase);
        if (!asidesFail) {
            time.in(SPEECH_MS, () -> session.accept(
                    new SessionEvent.AsideReady(new short[ASIDE_MS * Sound.PLAYBACK_RATE / 1000])));
        }
    }

    /** Phrases that were to be said aside. */
    List<String> asides() {
        return asides;
    }

    void failsToSpeakAside() {
        asidesFail = true;
    }

    @Override
    public void warm() {
        warmed++;
    }
}
