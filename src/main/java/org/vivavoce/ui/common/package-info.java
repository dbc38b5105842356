/**
 * What the screens share: what the program gives the window, the settings and the partner as observable values, texts, theme, and the
 * small parts screens are made of. Everything here belongs to the JavaFX thread except where a type says otherwise; imports practice,
 * settings, session and JavaFX.
 */
@NullMarked
package org.vivavoce.ui.common;

import org.jspecify.annotations.NullMarked;
