package org.vivavoce.bench.hearing;

import java.util.Optional;
import org.vivavoce.turn.TurnEvent.Found;

/**
 * Where a partner and a user talk.
 *
 * @param echo       the loudspeaker's way into the microphone; empty with headphones
 * @param computer   what plays and captures
 * @param understood what the user's sounds over the partner are understood as; the partner's own are nothing, by the session's rule
 */
record Room(Optional<EchoOfRoom> echo, BusyComputer computer, Found understood) {

    /** With a loudspeaker. */
    static Room with(EchoOfRoom echo, Found understood) {
        return new Room(Optional.of(echo), BusyComputer.idle(), understood);
    }

    /** With headphones. */
    static Room withHeadphones(Found understood) {
        return new Room(Optional.empty(), BusyComputer.idle(), understood);
    }
}
