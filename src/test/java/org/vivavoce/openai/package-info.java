/** Tests of the adapters, each over real HTTP against the local server of {@code openai.testing}. */
@NullMarked
package org.vivavoce.openai;

import org.jspecify.annotations.NullMarked;
