/** Tests of the store, on real files. */
@NullMarked
package org.vivavoce.store;

import org.jspecify.annotations.NullMarked;
