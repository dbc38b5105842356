package org.vivavoce.audio;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a stream of bytes is, told by its first bytes: what a service says of it is not to be trusted. A value. */
enum SoundKind {
    /** Too few bytes to tell. */
    UNKNOWN_YET(""),
    /** MPEG audio, with or without tags before it. */
    MP3("MP3"),
    /** RIFF WAVE. */
    WAVE("WAV"),
    /** Ogg (Vorbis, Opus). */
    OGG("an Ogg file"),
    /** Free lossless audio. */
    FLAC("a FLAC file"),
    /** AAC in ADTS frames or MP4. */
    AAC("an AAC file"),
    /** An error message, most likely. */
    JSON("a JSON message"),
    /** A web page. */
    HTML("a web page"),
    /** Text of another kind. */
    TEXT("plain text"),
    /** Nothing that is known; an MP3 may begin further on. */
    OTHER("data of an unknown kind");

    /** Bytes that are enough to tell. */
    static final int ENOUGH = 16;

    private final String noun;

    SoundKind(String noun) {
        this.noun = noun;
    }

    /** The kind as a noun phrase. */
    String noun() {
        return noun;
    }

    /** Looks at the first bytes. */
    static SoundKind of(byte[] bytes, int length) {
        if (length < 4) {
            return UNKNOWN_YET;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        String head = new String(bytes, 0, Math.min(length, ENOUGH), StandardCharsets.ISO_8859_1);
        if (first == 0xFF && (second & 0xF6) == 0xF0) {
            return AAC; // ADTS: the sync of MPEG audio with layer 0
        }
        if (head.startsWith("ID3") || (first == 0xFF && (second & 0xE0) == 0xE0)) {
            return MP3;
        }
        if (head.startsWith("RIFF") || head.startsWith("RF64")) {
            if (length < 12) {
                return UNKNOWN_YET;
            }
            return head.startsWith("WAVE", 8) ? WAVE : OTHER;
        }
        if (head.startsWith("OggS")) {
            return OGG;
        }
        if (head.startsWith("fLaC")) {
            return FLAC;
        }
        if (length >= 8 && head.startsWith("ftyp", 4)) {
            return AAC;
        }
        return text(head, length);
    }

    private static SoundKind text(String head, int length) {
        String start = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head; // a byte order mark
        start = start.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("{") || start.startsWith("[")) {
            return JSON;
        }
        if (start.startsWith("<")) {
            return HTML;
        }
        if (length < ENOUGH) {
            return UNKNOWN_YET;
        }
        return start.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || Character.isWhitespace(c)) ? TEXT : OTHER;
    }
}
