/**
 * Measures what turn-taking is made of, over generated speech and noise whose truth is known: voice activity, noise without speech, a
 * room with a loudspeaker. Everything runs on virtual time, on one thread, the same in every run; each {@code main} prints tables and
 * writes JSON beside them.
 */
@NullMarked
package org.vivavoce.bench.hearing;

import org.jspecify.annotations.NullMarked;
