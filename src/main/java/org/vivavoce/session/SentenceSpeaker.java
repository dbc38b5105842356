package org.vivavoce.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TextAmount;
import org.vivavoce.ai.TextToSpeech;
import org.vivavoce.audio.SilenceTrimmer;
import org.vivavoce.audio.Sound;
import org.vivavoce.audio.SpeechDecoder;
import org.vivavoce.session.SessionEvent.ReplyFailed;

/**
 * Has the sentences of a reply spoken, one request a sentence, each decoded while it arrives. At most two requests are under way: the
 * next one starts when the one before has arrived or, where that one is short, when its first byte is there, so that the first byte of
 * the next is there before it has sounded. Not more than 5 s of speech wait to sound. Runs on a {@code reply-speech} thread a reply,
 * which reads, and one a request, which waits for the first byte.
 */
final class SentenceSpeaker {

    private static final int READ_BYTES = 4096;
    /** What takes longer sounds while it arrives, and long after. */
    private static final Duration MOST_AHEAD = Duration.ofSeconds(5);

    private final ConversationPlan plan;
    private final TextToSpeech textToSpeech;
    private final Supplier<SpeechDecoder> decoders;
    private final PartnerVoice voice;
    private final ReplyPipeline.Surroundings around;

    SentenceSpeaker(ConversationPlan plan, TextToSpeech textToSpeech, Supplier<SpeechDecoder> decoders,
            PartnerVoice voice,
            ReplyPipeline.Surroundings around) {
        this.plan = plan;
        this.textToSpeech = textToSpeech;
        this.decoders = decoders;
        this.voice = voice;
        this.around = around;
    }

    void speak(long reply, BlockingQueue<Optional<String>> sentences, Cancellation cancellation) {
        OneReply one = new OneReply(reply, sentences, cancellation);
        try {
            one.speak();
            if (!cancellation.isCancelled()) {
                voice.end(reply);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (one.fault != null) {
            throw one.fault; // logged where the thread ends
        }
    }

    /** Has a phrase spoken whole. Where that fails it is not said, and that is all. */
    void speakAside(String phrase, Cancellation cancellation) {
        List<short[]> parts = new ArrayList<>();
        SilenceTrimmer trimmer = new SilenceTrimmer();
        try (SpeechStream stream = open(phrase, cancellation)) {
            decode(stream, samples -> trimmer.put(samples, parts::add));
            trimmer.finish(parts::add);
            around.session().accept(new SessionEvent.AsideReady(Sound.joined(parts)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ServiceException e) {
            around.trace().event("aside-failed", "kind", e.getClass().getSimpleName());
        }
    }

    private SpeechStream open(String text, Cancellation token) throws ServiceException {
        return textToSpeech.speak(plan.speaking(text), token);
    }

    private void decode(SpeechStream stream, SpeechDecoder.Sink sink) throws ServiceException, InterruptedException {
        try (SpeechDecoder decoder = decoders.get()) {
            byte[] buffer = new byte[READ_BYTES];
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                decoder.feed(buffer, length, sink);
            }
            decoder.finish(sink);
        } catch (SpeechDecoder.NotAudioException e) {
            throw new ServiceException.BadReply(Stage.SPEECH, String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isShort(String sentence) {
        return TextAmount.spoken(sentence).compareTo(MOST_AHEAD) <= 0;
    }

    /** One reply while it is spoken; always takes its sentences to the last, for whoever writes them may wait. */
    private final class OneReply {
        private final long reply;
        private final BlockingQueue<Optional<String>> sentences;
        private final Cancellation cancellation;
        private volatile boolean broken;
        private @Nullable RuntimeException fault;

        private OneReply(long reply, BlockingQueue<Optional<String>> sentences, Cancellation cancellation) {
            this.reply = reply;
            this.sentences = sentences;
            this.cancellation = cancellation;
        }

        private void speak() throws InterruptedException {
            SpeechRequested ahead = ask(0);
            boolean more = true;
            try {
                for (int index = 0; more; index++) {
                    try (SpeechRequested now = ahead) {
                        SpeechRequested.Answer answer = answerOf(now);
                        more = answer.sentence().isPresent();
                        boolean early = answer.stream() != null && !plan.classic()
                                && isShort(answer.sentence().orElseThrow());
                        ahead = more && early ? ask(index + 1) : now;
                        hear(index, answer.stream());
                        if (broken) {
                            ahead.token().cancel();
                        }
                        ahead = more && !early ? ask(index + 1) : ahead;
                    }
                }
            } finally {
                if (more) { // interrupted
                    ahead.giveUp();
                }
            }
        }

        /** Takes the next sentence when it is written and asks for its speech. */
        private SpeechRequested ask(int index) {
            SpeechRequested request = new SpeechRequested(cancellation);
            around.threads().run("reply-speech-request", () -> {
                try {
                    Optional<String> sentence = sentences.take();
                    boolean wanted = !broken && voice.available() && !cancellation.isCancelled();
                    request.is(new SpeechRequested.Answer(sentence,
                            sentence.isPresent() && wanted ? open(index, sentence.get(), request.token()) : null));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    request.fails(new ServiceException.Cancelled(Stage.SPEECH, e));
                } catch (ServiceException | RuntimeException e) {
                    request.fails(e);
                }
            });
            return request;
        }

        private SpeechStream open(int index, String sentence, Cancellation token) throws ServiceException {
            around.trace().event("speech-request", "reply", reply, "sentence", index, "characters", sentence.length());
            SpeechStream stream = SentenceSpeaker.this.open(sentence, token);
            around.trace().event("speech-first-byte", "reply", reply, "sentence", index);
            return stream;
        }

        /** Waits for the answer; one that fails breaks the reply, and counts as a sentence without speech. */
        private SpeechRequested.Answer answerOf(SpeechRequested request) throws InterruptedException {
            try {
                return request.await();
            } catch (ServiceException e) {
                fails(e);
            } catch (RuntimeException e) {
                failsByFault(e);
            }
            return new SpeechRequested.Answer(Optional.of(""), null);
        }

        private void hear(int index, @Nullable SpeechStream stream) throws InterruptedException {
            try {
                if (stream != null && broken) {
                    stream.close();
                } else if (stream != null) {
                    read(index, stream);
                }
            } catch (ServiceException e) {
                fails(e);
            } catch (RuntimeException e) {
                failsByFault(e);
            }
        }

        private void read(int index, SpeechStream opened) throws ServiceException, InterruptedException {
            List<short[]> whole = new ArrayList<>(); // classic: nothing sounds before all is there
            SilenceTrimmer trimmer = new SilenceTrimmer();
            SpeechDecoder.Sink toVoice = samples -> voice.put(reply, index, samples);
            SpeechDecoder.Sink sink = plan.classic() ? whole::add : samples -> trimmer.put(samples, toVoice);
            try (SpeechStream stream = opened) {
                decode(stream, sink);
            }
            for (short[] samples : whole) {
                toVoice.accept(samples);
            }
            trimmer.finish(toVoice);
            voice.endSentence(reply, index);
        }

        private void fails(ServiceException failure) {
            if (!broken && !(failure instanceof ServiceException.Cancelled)) {
                around.session().accept(new ReplyFailed(reply, failure));
            }
            broken = true;
        }

        /** A fault of ours: the reply must come to its end all the same. */
        private void failsByFault(RuntimeException reason) {
            fails(new ServiceException.BadReply(Stage.SPEECH, "the program made a mistake", reason));
            fault = reason;
        }
    }
}
