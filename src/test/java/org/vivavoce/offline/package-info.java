/** Tests of the built-in partner: over real HTTP on the loopback, and of its parts. */
@NullMarked
package org.vivavoce.offline;

import org.jspecify.annotations.NullMarked;
