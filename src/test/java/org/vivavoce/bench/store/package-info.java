/** Measures how soon kept conversations are listed, found and opened, on a real file in a temporary folder. */
@NullMarked
package org.vivavoce.bench.store;

import org.jspecify.annotations.NullMarked;
