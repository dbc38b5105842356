/**
 * One running conversation: the single writer of its state, the wiring of sound, turn-taking and services. Its {@code session}
 * thread owns everything mutable; imports practice, audio, turn, ai and store.
 */
@NullMarked
package org.vivavoce.session;

import org.jspecify.annotations.NullMarked;
