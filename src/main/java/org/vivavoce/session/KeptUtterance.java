package org.vivavoce.session;

/**
 * An utterance that was kept when an earlier sitting of the conversation ended before it was understood. A value.
 *
 * @param piece   its number in this sitting: the {@link UtteranceKeeper} is told of it by that, from 1
 * @param samples at {@link org.vivavoce.audio.Sound#CAPTURE_RATE}, mono
 */
public record KeptUtterance(long piece, short[] samples) {}
