/**
 * The screen of earlier conversations: found, read, named, continued, written to a file and deleted for good. JavaFX thread; what waits
 * for the disk is done in the background; imports ui.common, practice and store.
 */
@NullMarked
package org.vivavoce.ui.review;

import org.jspecify.annotations.NullMarked;
