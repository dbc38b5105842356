/** Tests of conversations as files. */
@NullMarked
package org.vivavoce.store.exchange;

import org.jspecify.annotations.NullMarked;
