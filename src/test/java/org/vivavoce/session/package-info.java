/** Conversations on a virtual clock, with scripted speech, services and loudspeaker. */
@NullMarked
package org.vivavoce.session;

import org.jspecify.annotations.NullMarked;
