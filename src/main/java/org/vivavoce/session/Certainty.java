package org.vivavoce.session;

import java.util.concurrent.CountDownLatch;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;

/**
 * Whether it is certain that a reply will be given: one that was begun while the user's turn might go on is taken back where it does.
 * Thread-safe.
 */
final class Certainty {

    private final CountDownLatch certain = new CountDownLatch(1);

    /** The turn has ended. */
    void becomes() {
        certain.countDown();
    }

    /**
     * Waits until it is so.
     *
     * @throws ServiceException.Cancelled when the reply is taken back
     */
    void await(Cancellation cancellation) throws ServiceException.Cancelled {
        try (Cancellation.Registration _ = cancellation.onCancel(certain::countDown)) {
            certain.await();
            if (cancellation.isCancelled()) {
                throw new ServiceException.Cancelled(Stage.CHAT, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException.Cancelled(Stage.CHAT, e);
        }
    }
}
