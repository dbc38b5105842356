/**
 * Conversations and ideas as files for people and other programs: JSON (conversations are read back without loss), Markdown, HTML and
 * plain text to read. Functions over values; touches neither the store nor a disk. Imports store, practice and Jackson.
 */
@NullMarked
package org.vivavoce.store.exchange;

import org.jspecify.annotations.NullMarked;
