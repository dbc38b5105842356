/**
 * The screen of the ideas that the partner was asked to note: found, copied, changed, deleted with a way back, and written to a file.
 * JavaFX thread; what waits for the disk is done in the background; imports ui.common and store.
 */
@NullMarked
package org.vivavoce.ui.ideas;

import org.jspecify.annotations.NullMarked;
