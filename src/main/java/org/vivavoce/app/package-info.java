/**
 * The composition root: builds everything with plain constructors and closes it in reverse order; the only place where threads are
 * made, each with a name. Imports all below it; called by {@code cli} on the main thread.
 */
@NullMarked
package org.vivavoce.app;

import org.jspecify.annotations.NullMarked;
