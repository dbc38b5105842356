/**
 * The settings and the first start, which shows three of them. JavaFX thread; imports ui.common, settings and practice.
 */
@NullMarked
package org.vivavoce.ui.settings;

import org.jspecify.annotations.NullMarked;
