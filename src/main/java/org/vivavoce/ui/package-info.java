/**
 * The window: which screen is shown and what follows it. JavaFX thread; imports the screens.
 */
@NullMarked
package org.vivavoce.ui;

import org.jspecify.annotations.NullMarked;
