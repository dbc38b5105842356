/**
 * The screen of a conversation: one large picture of whose turn it is, and the keys that steer. JavaFX thread, except that the view
 * model takes the conversation's events on any thread; imports ui.common, session and turn.
 */
@NullMarked
package org.vivavoce.ui.talk;

import org.jspecify.annotations.NullMarked;
