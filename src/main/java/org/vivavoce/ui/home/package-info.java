/**
 * The first screen: the modes to practise, and which partner is in use. JavaFX thread; imports ui.common and what it shows.
 */
@NullMarked
package org.vivavoce.ui.home;

import org.jspecify.annotations.NullMarked;
