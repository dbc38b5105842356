package org.vivavoce.session;

import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Completion;
import org.vivavoce.ai.Said;
import org.vivavoce.ai.SentenceSplitter;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.Transcript;
import org.vivavoce.audio.SpeechDecoder;
import org.vivavoce.audio.UtteranceFile;
import org.vivavoce.audio.WavEncoder;
import org.vivavoce.practice.Message;
import org.vivavoce.turn.TurnState;

/**
 * One turn of a written conversation: what the user says, and the partner's reply to it. Used by the thread that began it, which waits
 * until all is said.
 */
public final class WrittenTurn implements AutoCloseable {

    private final WrittenConversation conversation;
    private final ConversationPlan plan;
    private final TurnListener listener;
    private final Cancellation cancellation;

    WrittenTurn(WrittenConversation conversation, TurnListener listener, Cancellation cancellation) {
        this.conversation = conversation;
        this.plan = conversation.plan();
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /**
     * What the partner said.
     *
     * @param text       as it was passed on
     * @param cutAtLimit it ended because the token limit was reached
     */
    public record Answer(String text, boolean cutAtLimit) {
        @Override
        public String toString() {
            return "Answer[" + text.length() + " characters]"; // what was said never enters a log
        }
    }

    /**
     * Understands an utterance.
     *
     * @param file WAV, MP3, or Ogg with Opus, at most {@link UtteranceFile#MOST_MINUTES} minutes
     * @return what was said; empty when no words could be made out
     */
    public String understand(byte[] file) throws UnreadableUtteranceException, ServiceException {
        short[] samples = samples(file);
        conversation.statistics().userSpoke(samples.length);
        Transcript transcript = conversation.services().speechToText()
                .transcribe(plan.hearing(new WavEncoder().encode(samples), ""), cancellation);
        SoundAmount sound = SoundAmount.of(samples);
        boolean invented = transcript.text().isEmpty()
                || Said.isNothing(transcript, sound.loudMillis(), sound.peakDbfs(), plan.wording());
        return invented ? "" : transcript.text();
    }

    private static short[] samples(byte[] file) throws UnreadableUtteranceException, ServiceException {
        try {
            return UtteranceFile.samples(file);
        } catch (SpeechDecoder.NotAudioException e) {
            throw new UnreadableUtteranceException("The utterance cannot be read, as it is " + e.getMessage()
                    + ": send WAV, MP3, or Ogg with Opus.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException.Cancelled(Stage.TRANSCRIPTION, e);
        }
    }

    /**
     * Has a message answered. What was passed on of the answer is kept; where it fails before anything was, the message is taken back and
     * may be sent again. Where the voice fails, the text is whole and kept.
     *
     * @param text  what the user says
     * @param typed whether it was typed
     * @param aloud whether the answer is spoken as well
     */
    public Answer answer(String text, boolean typed, boolean aloud) throws ServiceException {
        List<Message> context = conversation.history().userSays(text, typed);
        conversation.statistics().userTurn();
        tell(new ConversationEvent.UserSaid(text, typed));
        tell(new ConversationEvent.StateChanged(TurnState.THINKING));
        Optional<SentenceReader> reader = aloud
                ? Optional.of(SentenceReader.start(plan, conversation.services().textToSpeech(),
                        conversation.around().threads(), listener, cancellation))
                : Optional.empty();
        try {
            Answer answer = written(context, reader);
            conversation.statistics().partnerTurn(true);
            if (reader.isPresent()) {
                reader.get().finish();
            }
            return answer;
        } finally {
            reader.ifPresent(SentenceReader::giveUp);
            tell(new ConversationEvent.PartnerTurnEnded(conversation.statistics().answers()));
        }
    }

    /** Writes the answer and keeps it, whole or not. */
    private Answer written(List<Message> context, Optional<SentenceReader> reader) throws ServiceException {
        SentText sent = new SentText();
        try {
            Completion completion = write(context, sent, reader);
            conversation.history().partnerSaid(sent.text());
            return new Answer(sent.text(), completion.cutAtLimit());
        } catch (ServiceException.Cancelled e) {
            conversation.history().partnerWasCut(sent.text());
            throw e;
        } catch (ServiceException e) {
            failed(sent);
            throw e;
        } catch (RuntimeException e) { // a fault of ours: who waits is told like of a failure
            failed(sent);
            throw new ServiceException.BadReply(Stage.CHAT, "the program made a mistake", e);
        }
    }

    private void failed(SentText sent) {
        if (sent.isEmpty()) {
            conversation.history().takeBack();
        } else {
            conversation.history().partnerSaid(sent.text());
        }
    }

    private Completion write(List<Message> context, SentText sent, Optional<SentenceReader> reader)
            throws ServiceException {
        SentenceSplitter splitter = new SentenceSplitter();
        Certainty certain = new Certainty();
        certain.becomes(); // a message that was sent is whole
        Completion completion = conversation.tools().reply(conversation.services().languageModel(),
                plan.asking(context), text -> {
                    sent.add(text, listener::text);
                    reader.ifPresent(voice -> splitter.add(text).forEach(voice::say));
                }, certain, cancellation);
        if (sent.isEmpty()) {
            throw new ServiceException.BadReply(Stage.CHAT, "it was empty", null);
        }
        reader.ifPresent(voice -> splitter.rest().ifPresent(voice::say));
        return completion;
    }

    private void tell(ConversationEvent event) {
        conversation.around().listener().on(event);
    }

    /** The turn is over: another one may begin. Closed once. */
    @Override
    public void close() {
        conversation.turnEnded();
    }
}
