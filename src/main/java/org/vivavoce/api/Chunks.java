package org.vivavoce.api;

import java.util.Optional;

/** Puts the pieces of a text together to chunks of a least length, the last one too. Used by one thread. */
final class Chunks {

    private final int least;
    private final StringBuilder waiting = new StringBuilder();

    /** @param least characters of a chunk */
    Chunks(int least) {
        this.least = least;
    }

    /** Takes a piece; returns what can go, so that enough is left for a last chunk. */
    Optional<String> add(String piece) {
        waiting.append(piece);
        int end = waiting.length() - least;
        if (end > 0 && Character.isLowSurrogate(waiting.charAt(end))) {
            end--;
        }
        if (end < least) {
            return Optional.empty();
        }
        String chunk = waiting.substring(0, end);
        waiting.delete(0, end);
        return Optional.of(chunk);
    }

    /** What is left. */
    String rest() {
        String chunk = waiting.toString();
        waiting.setLength(0);
        return chunk;
    }
}
