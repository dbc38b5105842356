package org.vivavoce.practice;

/** Who said a message. */
public enum Role {
    /** The person who practises. */
    USER,
    /** The partner. */
    PARTNER
}
