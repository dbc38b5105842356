/**
 * The ports to the three services, speech-to-text, chat and text-to-speech, with their failures, and the cutting of a reply into
 * sentences. Called by {@code reply-*} threads; imports practice and audio.
 */
@NullMarked
package org.vivavoce.ai;

import org.jspecify.annotations.NullMarked;
