/** Tests of turn-taking on scripted sound and a virtual clock. */
@NullMarked
package org.vivavoce.turn;

import org.jspecify.annotations.NullMarked;
