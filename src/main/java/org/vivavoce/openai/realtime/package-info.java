/**
 * Speech over Realtime sockets: WebSockets with JSON events in both directions. The voice has one a voice, kept open from sentence to
 * sentence; the recogniser has one that listens while the user speaks, kept open from piece to piece. Sentences are asked for and read by
 * {@code reply-*} threads, pieces come from the {@code session} thread; events come on a thread of the executor that the transport was
 * given. Imports ai, practice (comparing words) and from audio what files and sockets need; failures are turned by {@code openai}.
 */
@NullMarked
package org.vivavoce.openai.realtime;

import org.jspecify.annotations.NullMarked;
