/**
 * Measures whole conversations with the real program, on a virtual sound card and with a server of known delays: what counts is what the
 * microphone and the loudspeaker recorded. Used by the bench's main thread; imports the testing packages of audio, openai and
 * conversation, and practice and settings for what the program is started with.
 */
@NullMarked
package org.vivavoce.bench.conversation;

import org.jspecify.annotations.NullMarked;
