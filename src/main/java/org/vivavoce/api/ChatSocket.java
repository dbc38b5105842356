package org.vivavoce.api;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;

/**
 * One client of the chat protocol. Jetty's threads call it; each message is answered on an {@code api-*} thread. Thread-safe. Public for
 * Jetty, which calls it by reflection.
 */
public final class ChatSocket implements Session.Listener.AutoDemanding {

    private static final int PATIENCE_S = 30;

    private final Chat chat;
    private final Chat.NewChats newChats;
    private final Executor executor;
    private final ReentrantLock sending = new ReentrantLock();
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Session session;

    ChatSocket(Chat chat, Chat.NewChats newChats, Executor executor) {
        this.chat = chat;
        this.newChats = newChats;
        this.executor = executor;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
    }

    @Override
    public void onWebSocketText(String text) {
        Cancellation cancellation = new Cancellation();
        running.add(cancellation);
        executor.execute(() -> {
            try {
                chat.answer(text, newChats, this::send, cancellation);
            } finally {
                running.remove(cancellation);
            }
        });
    }

    /** Waits until it is on its way; who left is cancelled. */
    private void send(String frame) {
        Session open = session;
        if (open == null || !open.isOpen()) {
            return;
        }
        sending.lock();
        try {
            Callback.Completable sent = new Callback.Completable();
            open.sendText(frame, sent);
            sent.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            cancelAll();
        } catch (TimeoutException e) { // it takes nothing any more
            cancelAll();
            open.disconnect();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancelAll();
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void onWebSocketClose(int status, @Nullable String reason, Callback callback) {
        cancelAll();
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        cancelAll();
    }

    private void cancelAll() {
        running.forEach(Cancellation::cancel);
    }
}
