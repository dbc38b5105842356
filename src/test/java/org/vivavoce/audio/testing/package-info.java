/**
 * What tests of sound need: WAV files, comparing recordings, speech made on the spot, a virtual sound card and processes of their own.
 * Called by test threads; imports nothing of the program but {@code audio}.
 */
@NullMarked
package org.vivavoce.audio.testing;

import org.jspecify.annotations.NullMarked;
