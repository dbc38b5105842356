package org.vivavoce.session;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ChatRequest;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.Dictation;
import org.vivavoce.ai.SentenceSplitter;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Services;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.Toolbox;
import org.vivavoce.ai.Transcript;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.session.SessionEvent.PieceFailed;
import org.vivavoce.session.SessionEvent.PieceTranscribed;
import org.vivavoce.session.SessionEvent.ReplyFailed;
import org.vivavoce.session.SessionEvent.ReplyWritten;
import org.vivavoce.session.SessionEvent.SentenceReady;

/**
 * Transcribes, writes and speaks on {@code reply-*} threads. A reply has two of them: one reads the chat model and cuts sentences, the
 * other speaks them, so that the first sentence sounds while the rest is still written.
 */
final class ReplyPipeline implements ReplyWork {

    private static final int MOST_WAITING_SENTENCES = 1000;

    private final ConversationPlan plan;
    private final Services services;
    private final SentenceSpeaker speaker;
    private final ToolUse tools;
    private final Surroundings around;

    /**
     * What the work needs around it.
     *
     * @param threads runs it
     * @param session takes the events
     * @param trace   takes the times
     * @param keeper  keeps utterances that could not be sent
     * @param tools   what the partner can do while it talks
     */
    record Surroundings(SessionThreads threads, Consumer<SessionEvent> session, TraceLine trace,
            UtteranceKeeper keeper, Toolbox tools) {}

    private final SoundParts sound;

    ReplyPipeline(ConversationPlan plan, Services services, SoundParts sound, PartnerVoice voice, Surroundings around) {
        this.plan = plan;
        this.services = services;
        this.sound = sound;
        this.around = around;
        this.tools = new ToolUse(around.tools(), around.trace());
        this.speaker = new SentenceSpeaker(plan, services.textToSpeech(), sound.decoder(), voice, around);
    }

    @Override
    public void warm() {
        around.threads().run("reply-warm", services.warm());
    }

    @Override
    public void transcribe(TranscriptionOrder order, Cancellation cancellation) {
        around.threads().run("reply-transcription", () -> {
            try {
                transcribe(order, sound.encoder().apply(order.samples()), cancellation);
            } catch (RuntimeException e) { // a fault of ours: the session must not wait for ever
                around.session().accept(new PieceFailed(order.piece(),
                        new ServiceException.BadReply(Stage.TRANSCRIPTION, "the program made a mistake", e)));
                throw e; // logged where the thread ends
            }
        });
    }

    private void transcribe(TranscriptionOrder order, EncodedAudio audio, Cancellation cancellation) {
        long piece = order.piece();
        around.threads().run("reply-keep", () -> around.keeper().keep(piece, audio)); // whatever ends the program now
        around.trace().event("upload", "piece", piece, "ms-of-sound", audio.duration().toMillis(), "bytes",
                audio.bytes().length);
        try {
            Transcript transcript = services.speechToText().transcribe(plan.hearing(audio, order.textBefore()),
                    cancellation);
            around.session().accept(new PieceTranscribed(piece, transcript));
            around.keeper().release(piece);
        } catch (ServiceException.Cancelled e) {
            keepWhileWanted(order, audio); // the conversation ended before it was understood
        } catch (ServiceException e) {
            keepWhileWanted(order, audio);
            around.session().accept(new PieceFailed(piece, e));
        }
    }

    /** Whoever is told that it failed finds it on the disk, though it may have failed before it was written. */
    private void keepWhileWanted(TranscriptionOrder order, EncodedAudio audio) {
        if (order.wanted().getAsBoolean()) {
            around.keeper().keep(order.piece(), audio);
        } else {
            around.keeper().release(order.piece());
        }
    }

    @Override
    public Dictation dictation() {
        return services.dictation();
    }

    @Override
    public void sayAside(String phrase, Cancellation cancellation) {
        around.threads().run("reply-aside", () -> speaker.speakAside(phrase, cancellation));
    }

    @Override
    public void forget(long piece) {
        around.threads().run("reply-keep", () -> around.keeper().release(piece));
    }

    @Override
    public void reply(ReplyOrder order, Cancellation cancellation) {
        BlockingQueue<Optional<String>> sentences = new LinkedBlockingQueue<>(MOST_WAITING_SENTENCES);
        around.threads().run("reply-chat", () -> write(order, sentences, cancellation));
        around.threads().run("reply-speech", () -> speaker.speak(order.id(), sentences, cancellation));
    }

    private void write(ReplyOrder order, BlockingQueue<Optional<String>> sentences, Cancellation cancellation) {
        SentenceLine line = new SentenceLine(order.id(), sentences);
        try {
            Optional<ChatRequest> request = order.request();
            if (request.isEmpty()) {
                order.sentences().forEach(line::say);
                around.session().accept(new ReplyWritten(order.id(),
                        new Completion(SentenceSplitter.join(order.sentences()), false, -1, -1)));
            } else {
                around.session().accept(new ReplyWritten(order.id(), ask(order, request.get(), line, cancellation)));
            }
        } catch (ServiceException.Cancelled e) {
            // nobody waits for it any more
        } catch (ServiceException e) {
            around.session().accept(new ReplyFailed(order.id(), e));
        } catch (RuntimeException e) { // a fault of ours: the user must be told that the reply is not whole
            around.session().accept(new ReplyFailed(order.id(), new ServiceException.BadReply(Stage.CHAT,
                    "the program made a mistake", e)));
            throw e; // logged where the thread ends
        } finally {
            line.end();
        }
    }

    private Completion ask(ReplyOrder order, ChatRequest request, SentenceLine line, Cancellation cancellation)
            throws ServiceException {
        around.trace().event("chat-request", "reply", line.reply, "messages", request.messages().size());
        SentenceSplitter splitter = new SentenceSplitter();
        Completion completion = tools.reply(services.languageModel(), request, text -> {
            line.token();
            if (!plan.classic()) {
                splitter.add(text).forEach(line::say);
            }
        }, order.certainty(), cancellation);
        if (plan.classic()) {
            String whole = SentenceSplitter.forTheEar(completion.text());
            if (!whole.isEmpty()) {
                line.say(whole);
            }
        } else {
            splitter.rest().ifPresent(line::say);
        }
        around.trace().event("chat-end", "reply", line.reply);
        if (line.said == 0) {
            throw new ServiceException.BadReply(Stage.CHAT, "it was empty", null);
        }
        return completion;
    }

    /** Numbers the sentences of a reply and hands them to the session and to the voice. Used by one thread. */
    private final class SentenceLine {
        private final long reply;
        private final BlockingQueue<Optional<String>> sentences;
        private int said;
        private boolean started;

        private SentenceLine(long reply, BlockingQueue<Optional<String>> sentences) {
            this.reply = reply;
            this.sentences = sentences;
        }

        private void token() {
            if (!started) {
                started = true;
                around.trace().event("first-token", "reply", reply);
            }
        }

        private void say(String sentence) {
            around.session().accept(new SentenceReady(reply, said++, sentence));
            hand(Optional.of(sentence));
        }

        private void end() {
            hand(Optional.empty());
        }

        /** Waits where the voice is far behind: it always empties the queue to its end. */
        private void hand(Optional<String> sentence) {
            try {
                sentences.put(sentence);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
