package org.vivavoce.bench.crash;

/**
 * Something that must be there after the program was killed. A value.
 *
 * @param kind     what it is
 * @param words    what must be found; of a sound, its piece's number
 * @param beforeMs how long before the kill it came to be, milliseconds
 * @param isThere  whether it was found
 */
record Must(Kind kind, String words, double beforeMs, boolean isThere) {

    /** What is not to be lost. */
    enum Kind {
        /** The words of a piece of the user's turn, from the moment the service has answered. */
        PIECE("pieces that were understood"),
        /** A message of the user that was answered aloud, from the moment its turn had ended. */
        MESSAGE("messages that were answered"),
        /** A sentence of the partner, from the moment it has sounded to its end. */
        SENTENCE("sentences that were heard"),
        /** The sound of a piece that is on its way to the service, from the moment it is sent. */
        SOUND("pieces on their way, as sound");

        private final String many;

        Kind(String many) {
            this.many = many;
        }

        /** For a table. */
        String many() {
            return many;
        }
    }

    Must found(boolean there) {
        return new Must(kind, words, beforeMs, there);
    }
}
