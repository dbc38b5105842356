/**
 * Conversations as files for people and other programs: JSON that can be read back without loss, Markdown and HTML to read. Functions
 * over values; touches neither the store nor a disk. Imports store, practice and Jackson.
 */
@NullMarked
package org.vivavoce.store.exchange;

import org.jspecify.annotations.NullMarked;
