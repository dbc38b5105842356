/**
 * The screen after a conversation: how it went, in numbers. JavaFX thread; imports ui.common and session.
 */
@NullMarked
package org.vivavoce.ui.summary;

import org.jspecify.annotations.NullMarked;
