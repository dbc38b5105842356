/** Tests of single parts of the voice over a socket; the whole is tested against the local server, a package above. */
@NullMarked
package org.vivavoce.openai.realtime;

import org.jspecify.annotations.NullMarked;
