package org.vivavoce.openai;

/**
 * A call was cancelled before its answer began. Unchecked on purpose: the SDK takes an {@link java.io.IOException} for a reason to
 * send the request again.
 */
final class CallCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallCancelled() {
        super("cancelled", null, false, false);
    }
}
