/**
 * What the partner can do while it talks, one class a tool: keep ideas, look up earlier conversations, end this one. Called by
 * {@code reply-chat} threads; imports ai, practice and store.
 */
@NullMarked
package org.vivavoce.tools;

import org.jspecify.annotations.NullMarked;
