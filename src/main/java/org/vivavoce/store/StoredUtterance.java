package org.vivavoce.store;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * A recording. A value.
 *
 * @param position of the message it belongs to; empty where that one was taken back
 * @param file     its name below the session's folder of recordings
 * @param saidAt   when it begins, since the session began, pauses between sittings not counted
 * @param duration how long it is
 */
public record StoredUtterance(OptionalInt position, String file, Duration saidAt, Duration duration) {}
