/**
 * Sound in and out: devices, frames, echo cancelling, levels, encoders, decoders. Knows nothing of conversations. The
 * {@code capture} thread reads the microphone, the {@code playback} thread writes the loudspeaker; imports javax.sound and the
 * sound libraries.
 */
@NullMarked
package org.vivavoce.audio;

import org.jspecify.annotations.NullMarked;
