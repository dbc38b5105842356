/**
 * Whole conversations with the real program as a process of its own, on a virtual sound card, with the local server or the built-in
 * partner: a driver speaks when the trace says that the microphone is armed, and both sides of the sound are recorded. Tests' threads
 * only; imports the testing packages of audio and openai, and practice for what the requests must hold.
 */
@NullMarked
package org.vivavoce.conversation;

import org.jspecify.annotations.NullMarked;
