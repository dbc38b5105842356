/**
 * Conversations and ideas as files for people and other programs: JSON (conversations are read back without loss), Markdown, HTML, PDF and
 * plain text to read, and the sound of conversations in an archive. Functions over values, of which only {@code Exporter} writes to a disk;
 * called by any thread that may wait. Imports store, practice, paper and Jackson.
 */
@NullMarked
package org.vivavoce.store.exchange;

import org.jspecify.annotations.NullMarked;
