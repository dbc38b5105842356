/**
 * Conversations as they are kept, in one SQLite file: written as they happen, listed, searched and deleted for good. A conversation is
 * written in the background, by an executor that is handed in; everything else blocks for as long as a disk takes and is called by
 * threads that may wait. Imports practice and {@code java.sql}.
 */
@NullMarked
package org.vivavoce.store;

import org.jspecify.annotations.NullMarked;
