/** Tests of sound in and out. */
@NullMarked
package org.vivavoce.audio;

import org.jspecify.annotations.NullMarked;
