package org.vivavoce.store;

import java.time.Instant;

/**
 * A session that begins. A value.
 *
 * @param id       its name
 * @param mode     the mode's id
 * @param modeName the mode's name, for when the mode is there no more
 * @param language ISO 639-1 code of the language that is spoken; empty where none was chosen
 * @param started  when
 */
public record NewSession(SessionId id, String mode, String modeName, String language, Instant started) {}
