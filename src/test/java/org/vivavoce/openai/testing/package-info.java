/**
 * A local server that speaks the OpenAI HTTP API, with scripted answers, delays and faults and an exact log, for tests, benches and
 * people who try the program without a key. Runs on virtual threads of its own; imports ai (the stages) and the MP3 encoder.
 */
@NullMarked
package org.vivavoce.openai.testing;

import org.jspecify.annotations.NullMarked;
