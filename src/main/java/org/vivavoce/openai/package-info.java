/**
 * The services behind the ports of {@code ai}, reached over HTTP with openai-java; the only package that sees it. Calls run on the
 * {@code reply-*} threads that make them, warming on the executor given by {@code app}; imports ai, audio (encoded utterances),
 * openai.realtime, practice, settings and models (abilities).
 */
@NullMarked
package org.vivavoce.openai;

import org.jspecify.annotations.NullMarked;
