/**
 * Measures how soon the window is there, with many conversations kept, with none, and without a store at all. Used by the bench's main
 * thread; the program runs in processes of its own.
 */
@NullMarked
package org.vivavoce.bench.startup;

import org.jspecify.annotations.NullMarked;
