/**
 * Speech over a Realtime socket: a WebSocket with JSON events in both directions, one a voice, kept open from sentence to sentence.
 * Sentences are asked for and read by {@code reply-*} threads; events come on a thread of the executor that the transport was given.
 * Imports ai, practice (comparing words) and the header of a WAV file; failures are turned by {@code openai}.
 */
@NullMarked
package org.vivavoce.openai.realtime;

import org.jspecify.annotations.NullMarked;
