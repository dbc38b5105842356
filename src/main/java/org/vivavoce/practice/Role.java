package org.vivavoce.practice;

/** Who said a message. */
public enum Role {
    /** The person who practises. */
    USER,
    /** The partner. */
    PARTNER,
    /** Nobody: a direction to the partner that is not spoken, such as to ask gently after a long silence. */
    DIRECTION
}
