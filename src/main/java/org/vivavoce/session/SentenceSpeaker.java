package org.vivavoce.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.SpeechRequest;
import org.vivavoce.ai.SpeechStream;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.TextToSpeech;
import org.vivavoce.audio.SpeechDecoder;
import org.vivavoce.session.SessionEvent.ReplyFailed;

/**
 * Has the sentences of a reply spoken, one request a sentence, each decoded while it arrives. The next request starts when the one
 * before has arrived, while up to 5 s of it still wait to sound. Runs on a {@code reply-speech} thread a reply.
 */
final class SentenceSpeaker {

    private static final int READ_BYTES = 4096;

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
        boolean broken = false;
        RuntimeException fault = null;
        try {
            Optional<String> sentence = sentences.take();
            for (int index = 0; sentence.isPresent(); index++) {
                if (!broken && voice.available() && !cancellation.isCancelled()) {
                    try {
                        broken = !spoken(reply, index, sentence.get(), cancellation);
                    } catch (RuntimeException e) { // a fault of ours: the reply must come to its end all the same
                        broken = true;
                        fault = e;
                        around.session().accept(new ReplyFailed(reply, new ServiceException.BadReply(Stage.SPEECH,
                                "the program made a mistake", e)));
                    }
                }
                sentence = sentences.take();
            }
            if (!cancellation.isCancelled()) {
                voice.end(reply);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (fault != null) {
            throw fault; // logged where the thread ends
        }
    }

    /** Whether the reply can go on. */
    private boolean spoken(long reply, int index, String sentence, Cancellation cancellation)
            throws InterruptedException {
        try {
            speakSentence(reply, index, sentence, cancellation);
            return true;
        } catch (ServiceException.Cancelled e) {
            return false;
        } catch (ServiceException e) {
            around.session().accept(new ReplyFailed(reply, e));
            return false;
        }
    }

    private void speakSentence(long reply, int index, String sentence, Cancellation cancellation)
            throws ServiceException, InterruptedException {
        around.trace().event("speech-request", "reply", reply, "sentence", index, "characters", sentence.length());
        SpeechRequest request = new SpeechRequest(sentence, plan.mode().voice(),
                plan.mode().speakingInstructionsFor(plan.language()));
        List<short[]> whole = new ArrayList<>(); // classic: nothing sounds before all is there
        SpeechDecoder.Sink sink = plan.classic() ? whole::add : samples -> voice.put(reply, index, samples);
        try (SpeechStream stream = textToSpeech.speak(request, cancellation); SpeechDecoder decoder = decoders.get()) {
            around.trace().event("speech-first-byte", "reply", reply, "sentence", index);
            byte[] buffer = new byte[READ_BYTES];
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                decoder.feed(buffer, length, sink);
            }
            decoder.finish(sink);
        } catch (SpeechDecoder.NotAudioException e) {
            throw new ServiceException.BadReply(Stage.SPEECH, String.valueOf(e.getMessage()), e);
        }
        for (short[] samples : whole) {
            voice.put(reply, index, samples);
        }
        voice.endSentence(reply, index);
    }
}
