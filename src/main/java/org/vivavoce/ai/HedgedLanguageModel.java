package org.vivavoce.ai;

import java.util.function.Consumer;

/**
 * A chat model that is asked a second time where its first token is slow. Only the text of the reply that began first reaches the
 * consumer, on the calling thread. Thread-safe; see {@link Hedge}.
 */
public final class HedgedLanguageModel implements LanguageModel {

    private final LanguageModel service;
    private final Hedge hedge;

    public HedgedLanguageModel(LanguageModel service, Hedge hedge) {
        this.service = service;
        this.hedge = hedge;
    }

    @Override
    public Completion reply(ChatRequest request, Consumer<String> onText, Cancellation cancellation)
            throws ServiceException {
        try (Hedge.First<PassedReply> first = hedge.first(RequestSize.USUAL, attempt -> write(request, attempt),
                reply -> {
                }, cancellation)) {
            boolean complete = false;
            try {
                Completion completion = first.answer().readTo(onText, cancellation);
                complete = true;
                return completion;
            } finally {
                if (!complete) {
                    first.breakOff().run();
                }
            }
        }
    }

    /** Runs on a thread of its own. */
    private void write(ChatRequest request, Race<PassedReply>.Attempt attempt) throws ServiceException {
        PassedReply reply = new PassedReply(attempt::answers);
        try {
            reply.finish(service.reply(request, reply::write, attempt.token()));
        } catch (ServiceException | RuntimeException e) {
            if (!reply.fail(e)) {
                throw e;
            }
        }
    }
}
