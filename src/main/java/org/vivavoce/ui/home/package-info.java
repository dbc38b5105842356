/**
 * The first screen: the modes to practise, which partner is in use, and the conversations held last.
 * JavaFX thread; imports ui.common and what it shows.
 */
@NullMarked
package org.vivavoce.ui.home;

import org.jspecify.annotations.NullMarked;
