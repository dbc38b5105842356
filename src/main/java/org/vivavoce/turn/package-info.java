/**
 * Turn-taking, decided purely: voice activity, endpointing, barge-in and the turn machine. No thread, no clock, no input or
 * output: times come in as arguments, decisions go out as values. Called by the {@code session} thread only; imports nothing.
 */
@NullMarked
package org.vivavoce.turn;

import org.jspecify.annotations.NullMarked;
