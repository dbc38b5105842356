/** Tests of the nouns and of the reading of their files. */
@NullMarked
package org.vivavoce.practice;

import org.jspecify.annotations.NullMarked;
