package org.vivavoce.session;

import java.util.function.Function;
import java.util.function.Supplier;
import org.vivavoce.audio.EchoCanceller;
import org.vivavoce.audio.EncodedAudio;
import org.vivavoce.audio.SoundLevel;
import org.vivavoce.audio.SoundSystem;
import org.vivavoce.audio.SpeechDecoder;

/**
 * The sound that a conversation works with.
 *
 * @param devices     where microphone and loudspeaker come from
 * @param names       which ones
 * @param canceller   cleans what is captured; closed with the conversation
 * @param meter       measures frames; keeps state, used by the {@code capture} thread only
 * @param encoder     makes a file of an utterance; thread-safe
 * @param decoder     makes a decoder a sentence
 */
public record SoundParts(SoundSystem devices, Names names, EchoCanceller canceller, Function<short[], SoundLevel> meter,
        Function<short[], EncodedAudio> encoder, Supplier<SpeechDecoder> decoder) {

    /** Names of devices as {@link SoundSystem} takes them. */
    public record Names(String microphone, String loudspeaker) {}
}
