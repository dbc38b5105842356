package org.vivavoce.store;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names a session in the store, in exports and as the folder of its recordings. A value: a UUID in lower case, so that it is safe in
 * every file name.
 */
public record SessionId(String text) {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public SessionId {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("not the name of a session");
        }
    }

    /**
     * A new one, a UUID of version 7 (RFC 9562, section 5.7): they sort by the time they were made.
     *
     * @param random of {@link java.security.SecureRandom}'s kind
     */
    public static SessionId at(Instant time, RandomGenerator random) {
        long version7 = 0x7000L;
        long variant = 0x8000000000000000L;
        long most = time.toEpochMilli() << 16 | version7 | random.nextInt(1 << 12);
        return new SessionId(new UUID(most, variant | random.nextLong() >>> 2).toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
