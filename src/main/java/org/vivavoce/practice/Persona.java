package org.vivavoce.practice;

/**
 * Whom the partner plays.
 *
 * @param name what the partner is called
 * @param role what the partner is, as a noun phrase
 */
public record Persona(String name, String role) {}
