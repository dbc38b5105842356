/**
 * What the partner can do while it talks, one class a tool: keep ideas, look up earlier conversations and the user's notes, give time for
 * an answer, end the conversation. Called by
 * {@code reply-chat} threads; imports ai, notes, practice and store.
 */
@NullMarked
package org.vivavoce.tools;

import org.jspecify.annotations.NullMarked;
