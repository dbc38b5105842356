/**
 * The HTTP interface for other programs of this computer: sessions, messages with streamed replies, ideas, and a small chat protocol over
 * a WebSocket. It only translates: conversations are held by session and made by whoever implements
 * {@link org.vivavoce.api.Conversations}. Called by {@code api-*} threads, one a request; imports session, store, practice, ai (what can
 * go wrong with a service, and cancelling) and Jetty.
 */
@NullMarked
package org.vivavoce.api;

import org.jspecify.annotations.NullMarked;
