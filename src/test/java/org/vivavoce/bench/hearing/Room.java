package org.vivavoce.bench.hearing;

import java.util.Optional;
import org.vivavoce.turn.TurnEvent.Found;

/**
 * Where a partner and a user talk.
 *
 * @param echo       the loudspeaker's way into the microphone; empty with headphones
 * @param computer   what plays and captures
 * @param understood what the recogniser makes of sounds over the partner: the session's own rule takes the partner's words for nothing
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
