package org.vivavoce.store;

import java.time.Duration;
import org.vivavoce.practice.Role;

/**
 * A message that was searched for. A value.
 *
 * @param session  the session it was said in
 * @param position of the message there
 * @param role     who said it
 * @param saidAt   since the session began, pauses between sittings not counted
 * @param snippet  what was found
 */
public record FoundMessage(SessionRecord session, int position, Role role, Duration saidAt, Snippet snippet) {}
