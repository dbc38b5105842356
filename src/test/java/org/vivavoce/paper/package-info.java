/** Tests of the pages. */
@NullMarked
package org.vivavoce.paper;

import org.jspecify.annotations.NullMarked;
