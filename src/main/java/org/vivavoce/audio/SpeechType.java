package org.vivavoce.audio;

import java.util.Optional;

/** Tells the MIME type of encoded speech by its first bytes. Functions without state; any thread. */
public final class SpeechType {

    /** Bytes that are enough to tell. */
    public static final int ENOUGH_BYTES = SoundKind.ENOUGH;

    private SpeechType() {}

    /** The type of what begins like that; empty where it is no sound. */
    public static Optional<String> of(byte[] start, int length) {
        return switch (SoundKind.of(start, length)) {
            case MP3, OTHER -> Optional.of("audio/mpeg"); // an MP3 may begin further on
            case WAVE -> Optional.of("audio/wav");
            case OGG -> Optional.of("audio/ogg");
            case FLAC -> Optional.of("audio/flac");
            case AAC -> Optional.of("audio/aac");
            case UNKNOWN_YET, JSON, HTML, TEXT -> Optional.empty();
        };
    }
}
