/**
 * The nouns of a practice: modes, personas, languages, messages and their history, read from assets and from the user's own
 * files. Values without threads; imports Jackson only.
 */
@NullMarked
package org.vivavoce.practice;

import org.jspecify.annotations.NullMarked;
