/**
 * Kills the real program in the middle of spoken conversations and looks at what is there when it is started again. Used by the bench's
 * threads; imports the testing packages of audio, openai and conversation, the bench's reports, and store to look into what was kept.
 */
@NullMarked
package org.vivavoce.bench.crash;

import org.jspecify.annotations.NullMarked;
